using NhanDao.Parsing.References;

namespace NhanDao.Parsing.Tests.References;

/// <summary>The five letters that the project was started from, in one graph. They are not part of the project.</summary>
public class SeedGraphTests
{
    [SeedsFact]
    public async Task The_letters_are_joined_through_what_they_carry_out()
    {
        var parser = new LetterParser();
        var letters = new List<Model.Letter>();
        foreach (var file in Directory.EnumerateFiles(SeedsFactAttribute.Folder!, "*.txt").Order(StringComparer.Ordinal))
            letters.Add((await parser.ParseAsync(file)) with { File = Path.GetFileName(file) });

        var graph = LetterGraph.Of(letters, []);

        foreach (var (root, atLeast) in new[] { ("43-CT/TW", 4), ("44-KL/TW", 3), ("18/CT-TTg", 2) })
            Assert.InRange(Assert.Single(graph.Chains, c => c.Root.Instrument.Number == root).Steps.Length, atLeast, 5);
        var disputed = Assert.Single(graph.Nodes, n => n.Instrument.DatesInDispute.Count > 1);
        Assert.Equal("44-KL/TW", disputed.Instrument.Number);
        Assert.Equal(["2022-11-11", "2022-11-14"], disputed.Instrument.DatesInDispute.Select(d => d.ToString()));
    }
}

/// <summary>Skips, saying so, where the five letters are not beside the checkout.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SeedsFactAttribute : FactAttribute
{
    public SeedsFactAttribute()
    {
        if (Folder is null)
            Skip = "There is no ../shared/seeds beside the checkout.";
    }

    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NhanDaoParse.sln")))
                return Path.GetFullPath(Path.Combine(folder.FullName, "../shared/seeds")) is var seeds && Directory.Exists(seeds) ? seeds : null;
        return null;
    }
}
