using System.Text.RegularExpressions;
using NhanDao.Parsing.Tests.Corpus;

namespace NhanDao.Parsing.Tests;

public sealed partial class DocumentationTests
{
    private static readonly string Root = Path.GetDirectoryName(CorpusCase.Root)!;

    [Fact]
    public void Every_diagnostic_is_listed()
    {
        var listed = File.ReadAllText(Path.Combine(Root, "docs", "diagnostics.md"));
        var codes = Directory.EnumerateFiles(Path.Combine(Root, "src", "NhanDao.Parsing"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Code.Matches(File.ReadAllText(file))).Select(code => code.Groups["code"].Value).ToHashSet();

        Assert.True(codes.Count > 10);
        Assert.All(codes, code => Assert.Contains($"`{code}`", listed, StringComparison.Ordinal));
    }

    /// <summary>«new("number.blank", Severity.Note, …)».</summary>
    [GeneratedRegex("\"(?<code>[a-zA-Z]+\\.[a-zA-Z]+)\",\\s*Severity\\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Code { get; }
}
