using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Tests.Corpus;

namespace NhanDao.Parsing.Tests;

/// <summary>What the documentation says is there: diagnostics, errors, links, headings, commands.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = Path.GetDirectoryName(CorpusCase.Root)!;

    private static readonly string[] Pages =
        [.. new[] { Root, Path.Combine(Root, "docs"), Path.Combine(Root, "docs", "vi"), Path.Combine(Root, "samples"), Path.Combine(Root, "src", "NhanDao.Parsing"), Path.Combine(Root, "src", "NhanDao.Service") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md")).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Documents => [.. Pages.Select(p => Path.GetRelativePath(Root, p))];

    [Fact]
    public void Every_diagnostic_is_listed()
    {
        var listed = File.ReadAllText(Path.Combine(Root, "docs", "diagnostics.md"));
        var codes = Sources().SelectMany(source => Code.Matches(source)).Select(code => code.Groups["code"].Value).ToHashSet();

        Assert.True(codes.Count > 10);
        Assert.All(codes, code => Assert.Contains($"`{code}`", listed, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_error_is_listed()
    {
        var listed = File.ReadAllText(Path.Combine(Root, "docs", "errors.md"));
        var beginnings = Sources().SelectMany(source => Refusal.Matches(source)).Select(m => Hole.Replace(m.Groups["message"].Value, "…").Split(',', '.', ':')[0]).ToHashSet();

        Assert.True(beginnings.Count > 8);
        Assert.All(beginnings, beginning => Assert.Contains(string.Join(' ', beginning.Split(' ').Take(5)), listed, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Documents))]
    public void Every_link_leads_somewhere(string document)
    {
        var text = Fence.Replace(File.ReadAllText(Path.Combine(Root, document)), "");
        foreach (var link in Link.Matches(text).Select(m => m.Groups["to"].Value).Where(l => !l.Contains("://", StringComparison.Ordinal)))
        {
            var (path, anchor) = link.Split('#') is [var p, var a] ? (p, a) : (link, null);
            var target = path.Length == 0 ? Path.Combine(Root, document) : Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(document)!, Uri.UnescapeDataString(path)));
            Assert.True(Path.Exists(target), $"{document}: {link}");
            if (anchor is not null)
                Assert.Contains(anchor, Heading.Matches(Fence.Replace(File.ReadAllText(target), "")).Select(m => Anchor(m.Groups["title"].Value)));
        }
    }

    /// <summary>Blocks behind «&lt;!-- tested --&gt;» are run, line by line, with the program that the tests were built with.</summary>
    [Theory, MemberData(nameof(Documents))]
    public async Task The_commands_marked_as_tested_work(string document)
    {
        var commands = Tested.Matches(await File.ReadAllTextAsync(Path.Combine(Root, document))).SelectMany(m => m.Groups["block"].Value.Split('\n'))
            .Where(l => l.StartsWith("$ ", StringComparison.Ordinal)).Select(l => l[2..].Split("  #")[0]).ToList();
        if (commands.Count == 0)
            return;
        // The launcher of the checkout; what they write goes to a folder that is cleaned away.
        var folder = Directory.CreateTempSubdirectory("nhandao-docs-").FullName;
        try
        {
            foreach (var command in commands)
            {
                var start = new ProcessStartInfo("bash", ["-c", command.Replace("/tmp/", folder + "/", StringComparison.Ordinal)])
                { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
                using var process = Process.Start(start)!;
                var errors = process.StandardError.ReadToEndAsync();
                await process.StandardOutput.ReadToEndAsync();
                await process.WaitForExitAsync();
                // 4: a tool is not installed on this machine, which the command says
                Assert.True(process.ExitCode is 0 or 4, $"{document}: $ {command}\n{await errors}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", "NhanDao.Parsing"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    /// <summary>As GitHub makes them: lower case, signs dropped, spaces as hyphens.</summary>
    private static string Anchor(string title)
    {
        var anchor = new StringBuilder();
        foreach (var c in title.Trim().ToLowerInvariant())
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
                anchor.Append(c);
            else if (c == ' ')
                anchor.Append('-');
        return anchor.ToString();
    }

    /// <summary>«new("number.blank", Severity.Note, …)».</summary>
    [GeneratedRegex("\"(?<code>[a-zA-Z]+\\.[a-zA-Z]+)\",\\s*Severity\\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Code { get; }

    /// <summary>The message of an UnreadableDocumentException.</summary>
    [GeneratedRegex(@"new(?: UnreadableDocumentException)?\(UnreadableReason\.\w+,\s*\$?""(?<message>[^""]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Refusal { get; }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Hole { get; }

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"^#+ (?<title>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"^```.*?^```", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Fence { get; }

    [GeneratedRegex(@"<!-- tested -->\s*```console\n(?<block>.*?)```", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tested { get; }
}
