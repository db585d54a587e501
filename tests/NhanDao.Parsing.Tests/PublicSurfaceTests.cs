using NhanDao.Parsing.Tests.Corpus;

namespace NhanDao.Parsing.Tests;

/// <summary>
/// What is public is promised to callers; everything else may change on any day. After a change that is meant:
/// <c>UPDATE_EXPECTED=1 ./test --filter PublicSurface</c>, then read the diff and say in CHANGELOG.md what callers must know.
/// </summary>
public class PublicSurfaceTests
{
    [Fact]
    public void Is_what_was_promised()
    {
        var file = Path.Combine(Path.GetDirectoryName(CorpusCase.Root)!, "tests", "NhanDao.Parsing.Tests", "PublicSurface.txt");
        var found = PublicSurface.Of(typeof(LetterParser).Assembly);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
            File.WriteAllText(file, found);

        Assert.Equal(File.ReadAllText(file), found);
    }

    /// <summary>The compiler refuses an undocumented public member (CS1591 is an error); this holds what it wrote to the package.</summary>
    [Fact]
    public void Every_public_type_is_documented_in_the_package()
    {
        var documentation = File.ReadAllText(Path.ChangeExtension(typeof(LetterParser).Assembly.Location, ".xml"));
        Assert.All(typeof(LetterParser).Assembly.GetExportedTypes(), t => Assert.Contains($"\"T:{t.FullName}\"", documentation, StringComparison.Ordinal));
    }
}
