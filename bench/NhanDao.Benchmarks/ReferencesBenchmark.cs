using System.Collections.Immutable;
using System.Text;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.References;
using NhanDao.Parsing.Text;

namespace NhanDao.Benchmarks;

/// <summary>Citation finding alone: its speed on letters, and how time grows when hostile text doubles.</summary>
internal static class ReferencesBenchmark
{
    // Each is repeated to fill the text: beginnings of citations that never end, lists that never close, and walls of one sign.
    private static readonly (string Name, string Piece)[] Hostile =
    [
        ("digits", "1234567890"),
        ("slashes and hyphens", "12/34-56/"),
        ("number that goes on", "số 12/QĐ-A-"),
        ("list without end", "các Công văn số 12/UBND-VX, số 13/UBND-VX, "),
        ("dates", "ngày 01/02/2025 ngày 3 tháng 4 năm "),
        ("type words", "Quyết định Nghị định Công văn Kế hoạch "),
        ("law names", "Luật Đất đai Luật Luật Bộ luật "),
        ("issuers", "của Ủy ban nhân dân tỉnh của Ban Thường vụ "),
        ("brackets", "(((((“““"),
        ("one letter", "aaaaaaaaaa"),
    ];

    public static void Run()
    {
        var letters = string.Join("\n", CorpusFiles.Typed().Select(File.ReadAllText));
        var text = Enumerable.Repeat(letters, 8).Aggregate(new StringBuilder(), (b, l) => b.Append(l).Append('\n')).ToString();
        Time(text[..50_000]);
        var seconds = Best(text);
        Console.WriteLine($"letters of corpus/            {Encoding.UTF8.GetByteCount(text) / seconds / 1e6,8:0.0} MB a second ({text.Length / 1e6:0.0} M characters)");

        Console.WriteLine($"{"hostile text",-30}{"64 K chars ms",14}{"128 K",10}{"256 K",10}{"growth",9}   (2.0 a doubling is linear)");
        foreach (var (name, piece) in Hostile)
        {
            double[] times = [.. ((int[])[64, 128, 256]).Select(k => Best(Fill(piece, k * 1024)) * 1000)];
            Console.WriteLine($"{name,-30}{times[0],14:0.0}{times[1],10:0.0}{times[2],10:0.0}{Math.Sqrt(times[2] / times[0]),9:0.00}");
        }
    }

    private static string Fill(string piece, int length) => new StringBuilder(length + piece.Length).Insert(0, piece, length / piece.Length + 1).ToString(0, length);

    private static double Best(string text) => Enumerable.Range(0, 3).Min(_ => Time(text));

    // Body lines, made beforehand: only the finding is timed.
    private static double Time(string content)
    {
        var text = TextAssembler.Assemble(TypedText.Read(content));
        ImmutableArray<LabelledLine> lines = [.. text.Lines.Select(l => new LabelledLine(l, LineLabel.Body, 1))];
        var problems = new List<Diagnostic>();
        var start = ThreadClock.Milliseconds;
        ReferenceFinder.Find(text, lines, new(null, null, Field<PartialDate>.Absent), problems);
        return (ThreadClock.Milliseconds - start) / 1000;
    }
}
