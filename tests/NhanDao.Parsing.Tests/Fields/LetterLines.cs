using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Fields;

/// <summary>Labelled lines made by hand, to test a reader without a labeller.</summary>
internal sealed class LetterLines
{
    private readonly StringBuilder content = new();
    private readonly ImmutableArray<TextWord>.Builder words = ImmutableArray.CreateBuilder<TextWord>();
    private readonly ImmutableArray<LabelledLine>.Builder lines = ImmutableArray.CreateBuilder<LabelledLine>();
    private double top = 100;

    public List<Diagnostic> Problems { get; } = [];

    public DocumentText Text => new(new() { Content = content.ToString(), Words = words.ToImmutable() }, [.. lines.Select(l => l.Line)], []);

    public ImmutableArray<LabelledLine> Lines => lines.ToImmutable();

    /// <summary>A typed line.</summary>
    public static LetterLines Of(LineLabel label, params string[] printed) => new LetterLines().And(label, printed);

    /// <summary>A line read by OCR. A word may be followed by its confidence in percent and its height: «44^91^13»; else 96 and 10.</summary>
    public static LetterLines Scan(LineLabel label, params string[] printed) => new LetterLines().AndScan(label, printed);

    /// <inheritdoc cref="Of"/>
    public LetterLines And(LineLabel label, params string[] printed)
    {
        foreach (var line in printed)
            Add(label, line, ocr: false, LineColumn.Left, 80);
        return this;
    }

    /// <summary>Typed lines in the right column.</summary>
    public LetterLines AndRight(LineLabel label, params string[] printed)
    {
        foreach (var line in printed)
            Add(label, line, ocr: false, LineColumn.Right, 350);
        return this;
    }

    /// <inheritdoc cref="Scan"/>
    public LetterLines AndScan(LineLabel label, params string[] printed)
    {
        foreach (var line in printed)
            Add(label, line, ocr: true, LineColumn.Left, 80);
        return this;
    }

    private void Add(LineLabel label, string line, bool ocr, LineColumn column, double left)
    {
        var start = content.Length;
        var at = left;
        PageBox? box = null;
        foreach (var part in line.Split(' '))
        {
            if (content.Length > start)
                content.Append(' ');
            if (part.Length == 0)
                continue;
            var facts = ocr ? part.Split('^') : [part];
            double Fact(int i, double usual) => facts.Length > i ? double.Parse(facts[i], CultureInfo.InvariantCulture) : usual;
            var height = Fact(2, 10);
            var place = new PageBox(1, at, top + 10 - height + (height > 12 ? 3 : 0), 6 * facts[0].Length, height);
            words.Add(new(new(content.Length, facts[0].Length), ocr ? place : null, ocr ? Fact(1, 96) / 100 : 1));
            content.Append(facts[0]);
            box = box?.Union(place) ?? place;
            at += 6 * (facts[0].Length + 1);
        }
        var span = TextSpan.FromBounds(start, content.Length);
        lines.Add(new(new(lines.Count, span, box ?? new(1, left, top, 1, 10), column, 1), label, 0.99));
        content.Append('\n');
        top += 16;
    }
}
