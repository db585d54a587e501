using System.Collections.Concurrent;
using System.Text.Json;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Evaluation;

/// <summary>What an evaluation found.</summary>
/// <param name="Board">The counts over all letters.</param>
/// <param name="Letters">What is wrong in each letter, a line each.</param>
internal sealed record Scores(Scoreboard Board, IReadOnlyList<(string Id, List<string> Wrong)> Letters);

/// <summary>Parses labelled letters and compares them with their labels.</summary>
/// <param name="reading">Reads the letters.</param>
/// <param name="output">Folder for the flat records; null to keep none.</param>
/// <param name="threshold">For the review lists.</param>
internal sealed class Measurement(GoldReading reading, DirectoryInfo? output, double threshold)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public async Task<Scores> RunAsync(DirectoryInfo gold, Predicate<string> isWanted, CancellationToken cancellation)
    {
        var labels = gold.EnumerateFiles("*.json")
            .Select(f => (Id: Path.GetFileNameWithoutExtension(f.Name), Label: f))
            .Where(l => isWanted(l.Id)).OrderBy(l => l.Id, StringComparer.Ordinal)
            .Select(l => (l.Id, Label: JsonElement.Parse(File.ReadAllBytes(l.Label.FullName)))).ToList();
        output?.Create();
        var found = new ConcurrentDictionary<string, JsonElement>();
        await Parallel.ForEachAsync(labels, cancellation, async (l, token) => found[l.Id] = await ParseAsync(l.Id, l.Label, token).ConfigureAwait(false)).ConfigureAwait(false);

        var board = new Scoreboard();
        var letters = new List<(string, List<string>)>();
        foreach (var (id, label) in labels)
        {
            var wrong = new LetterScore(board, label, found[id]).Score();
            letters.Add((id, wrong));
            board.Letters++;
            board.WhollyRight += wrong.Count == 0 ? 1 : 0;
        }
        return new(board, letters);
    }

    // A letter that cannot be read counts as an empty record: everything in it is wrong.
    private async Task<JsonElement> ParseAsync(string id, JsonElement label, CancellationToken cancellation)
    {
        var file = label.GetProperty("file").GetString()!;
        if (await reading.ReadAsync(id, file, cancellation).ConfigureAwait(false) is not { } letter)
            return Nothing;
        var json = FlatJson.Write(FlatRecord.Of(letter, file, threshold));
        if (output is not null)
            await File.WriteAllTextAsync(Path.Combine(output.FullName, id + ".json"), json + "\n", cancellation).ConfigureAwait(false);
        return JsonElement.Parse(json);
    }
}
