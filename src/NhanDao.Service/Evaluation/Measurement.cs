using System.Collections.Concurrent;
using System.Text.Json;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Evaluation;

/// <summary>What an evaluation found.</summary>
/// <param name="Board">The counts over all letters.</param>
/// <param name="Letters">What is wrong in each letter, a line each.</param>
/// <param name="Values">Every value with its confidence; none of a letter that cannot be read.</param>
/// <param name="Slots">The slots that are mostly filled in by hand.</param>
internal sealed record Scores(
    Scoreboard Board, IReadOnlyList<(string Id, List<string> Wrong)> Letters, IReadOnlyList<JudgedValue> Values, IReadOnlyList<JudgedSlot> Slots);

/// <summary>Parses labelled letters and compares them with their labels.</summary>
/// <param name="reading">Reads the letters.</param>
/// <param name="output">Folder for the flat records; null to keep none.</param>
/// <param name="threshold">For the review lists.</param>
internal sealed class Measurement(GoldReading reading, DirectoryInfo? output, double threshold)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public async Task<Scores> RunAsync(DirectoryInfo gold, Predicate<string> isWanted, CancellationToken cancellation)
    {
        var labels = Labels(gold, isWanted);
        output?.Create();
        var found = new ConcurrentDictionary<string, (JsonElement Record, Letter? Letter)>();
        await Parallel.ForEachAsync(labels, cancellation, async (l, token) => found[l.Id] = await ParseAsync(l.Id, l.Label, token).ConfigureAwait(false)).ConfigureAwait(false);

        var board = new Scoreboard();
        var letters = new List<(string, List<string>)>();
        var values = new List<JudgedValue>();
        var slots = new List<JudgedSlot>();
        foreach (var (id, label) in labels)
        {
            var (record, letter) = found[id];
            var wrong = new LetterScore(board, label, record).Score();
            if (letter is not null)
            {
                var judged = new ValueJudge(id, label, letter, threshold).Judge();
                values.AddRange(judged);
                slots.AddRange(JudgedSlot.Of(label, letter, judged));
            }
            letters.Add((id, wrong));
            board.Letters++;
            board.WhollyRight += wrong.Count == 0 ? 1 : 0;
        }
        return new(board, letters, values, slots);
    }

    /// <summary>The labels of a folder, in the order of their ids.</summary>
    public static List<(string Id, JsonElement Label)> Labels(DirectoryInfo gold, Predicate<string> isWanted) =>
    [
        .. gold.EnumerateFiles("*.json")
            .Select(f => (Id: Path.GetFileNameWithoutExtension(f.Name), Label: f))
            .Where(l => isWanted(l.Id)).OrderBy(l => l.Id, StringComparer.Ordinal)
            .Select(l => (l.Id, Label: JsonElement.Parse(File.ReadAllBytes(l.Label.FullName)))),
    ];

    // A letter that cannot be read counts as an empty record: everything in it is wrong.
    private async Task<(JsonElement Record, Letter? Letter)> ParseAsync(string id, JsonElement label, CancellationToken cancellation)
    {
        var file = label.GetProperty("file").GetString()!;
        if (await reading.ReadAsync(id, file, cancellation).ConfigureAwait(false) is not { } letter)
            return (Nothing, null);
        var json = FlatJson.Write(FlatRecord.Of(letter, file, threshold));
        if (output is not null)
            await File.WriteAllTextAsync(Path.Combine(output.FullName, id + ".json"), json + "\n", cancellation).ConfigureAwait(false);
        return (JsonElement.Parse(json), letter);
    }
}
