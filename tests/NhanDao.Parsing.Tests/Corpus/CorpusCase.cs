using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Corpus;

/// <summary>A letter of corpus/ in one of its forms: typed, digital PDF, or scan (as recorded words).</summary>
public sealed record CorpusCase(string Name, string Form)
{
    public const string Typed = "typed", Pdf = "pdf", Scan = "scan";

    private static readonly ConcurrentDictionary<CorpusCase, Lazy<ImmutableArray<ReadPage>>> Read = new();

    public static string Root { get; } = FindRoot();

    public static ImmutableArray<string> Names { get; } =
        [.. Directory.EnumerateFiles(Root, "gold.json", SearchOption.AllDirectories).Select(f => Path.GetFileName(Path.GetDirectoryName(f)!)).Order(StringComparer.Ordinal)];

    public string Folder => Path.Combine(Root, Name);

    public string Expected => Path.Combine(Folder, $"expected.{Form}.json");

    /// <summary>The file of this form; for scans the picture, not the recorded words.</summary>
    public string File => Form switch
    {
        Typed => Directory.EnumerateFiles(Folder, "letter.*").Single(f => Path.GetExtension(f) is ".txt" or ".md"),
        Pdf => Path.Combine(Folder, "letter.pdf"),
        _ => Directory.EnumerateFiles(Folder, "scan.*").Single(f => !f.EndsWith(".json", StringComparison.Ordinal)),
    };

    public string Words => Path.Combine(Folder, "scan.words.json");

    /// <summary>What the letter says; see GOLD in corpus/README.md.</summary>
    internal JsonElement Gold => JsonElement.Parse(System.IO.File.ReadAllBytes(Path.Combine(Folder, "gold.json")));

    /// <summary>The words of the letter in this form, read once for all tests.</summary>
    internal ImmutableArray<ReadPage> Pages() => Read.GetOrAdd(this, c => new(c.ReadPages)).Value;

    internal Letter Parse() => LetterParser.Parse(Pages(), ParsingOptions.Default);

    /// <summary>A case prints as «03_kh_… pdf» in the list of tests.</summary>
    public override string ToString() => $"{Name} {Form}";

    internal static async Task<ImmutableArray<ReadPage>> ReadFileAsync(string path)
    {
        using var folder = new WorkFolder();
        var source = await SourceFile.OpenAsync(path, ParsingOptions.Default, CancellationToken.None);
        return (await PageReader.ReadAsync(source, folder, ParsingOptions.Default, CancellationToken.None)).Pages;
    }

    private ImmutableArray<ReadPage> ReadPages()
    {
        if (Form == Typed)
            return TypedText.Read(System.IO.File.ReadAllText(File));
        if (Form == Pdf)
            return Task.Run(() => ReadFileAsync(File)).GetAwaiter().GetResult();
        using var recorded = System.IO.File.OpenRead(Words);
        return RecordedPages.Read(recorded).Pages;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "NhanDaoParse.sln")))
                return Path.Combine(folder.FullName, "corpus");
        throw new DirectoryNotFoundException("The corpus is looked for beside NhanDaoParse.sln, above the test binaries.");
    }
}

/// <summary>Rows of corpus cases.</summary>
public static class CorpusRows
{
    /// <summary>Every letter as typed text and as recorded scan: nothing need be installed.</summary>
    public static TheoryData<string, string> WithoutTools => Rows(CorpusCase.Typed, CorpusCase.Scan);

    /// <summary>Every letter as digital PDF.</summary>
    public static TheoryData<string, string> Pdf => Rows(CorpusCase.Pdf);

    /// <summary>Every letter as scan.</summary>
    public static TheoryData<string, string> Scan => Rows(CorpusCase.Scan);

    private static TheoryData<string, string> Rows(params string[] forms)
    {
        var rows = new TheoryData<string, string>();
        foreach (var form in forms)
            foreach (var name in CorpusCase.Names)
                rows.Add(name, form);
        return rows;
    }
}
