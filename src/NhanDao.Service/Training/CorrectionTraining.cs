using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NhanDao.Parsing;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Output;
using NhanDao.Service.Evaluation;

namespace NhanDao.Service.Training;

/// <summary>
/// Moves the line model by letters that a person has reviewed, and holds it against the one before on letters that it did not learn from:
/// what reads fewer fields of those is not worth having.
/// </summary>
internal static class CorrectionTraining
{
    /// <summary>The shipped weights are believed in: they were learned from more letters than a user corrects.</summary>
    private static readonly LineSpread Spread = new(Cues: 0.4, Steps: 0.4, Traits: 0.15);

    /// <summary>Of letters without a list of those to keep, every so many-th is kept aside.</summary>
    private const int KeptOneIn = 4;

    /// <summary>Whether a record is settled: labelled, or reviewed to the end.</summary>
    public static bool IsReviewed(JsonElement record) =>
        !record.TryGetProperty("review", out var review) || (review.ValueKind == JsonValueKind.Array && review.GetArrayLength() == 0);

    /// <summary>The ids to keep aside when nobody names them: one in four of <paramref name="ids"/>, and one at least.</summary>
    public static HashSet<string> KeptOf(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal).Where((_, i) => i % KeptOneIn == 0)];

    /// <summary>The letters of reviewed records whose pages can be read.</summary>
    public static async Task<List<LabelledLetter>> ReadAsync(DirectoryInfo records, GoldReading reading, CancellationToken cancellation)
    {
        var read = new ConcurrentBag<LabelledLetter>();
        await Parallel.ForEachAsync(Measurement.Labels(records, _ => true).FindAll(l => IsReviewed(l.Label)), cancellation, async (l, token) =>
        {
            if (l.Label.TryGetProperty("file", out var file) && await reading.ReadPagesAsync(l.Id, file.GetString()!, token).ConfigureAwait(false) is { } pages)
                read.Add(new(l.Id, l.Label, pages));
        }).ConfigureAwait(false);
        return [.. read.OrderBy(l => l.Id, StringComparer.Ordinal)];
    }

    /// <summary>A model near <paramref name="before"/> that fits the corrected letters, and invented ones so that it forgets nothing.</summary>
    public static LineModel Learn(LineModel before, IEnumerable<LabelledLetter> corrected, LineTraining invented, TextWriter? progress = null) =>
        new LineTrainer(before, Spread).Train([.. invented.InventedSamples(), .. LineTraining.RealSamples(corrected)], invented.Steps, before, progress);

    /// <summary>How much of the letters is read right with <paramref name="model"/>.</summary>
    public static Scoreboard Measure(IEnumerable<LabelledLetter> letters, LineModel model)
    {
        var board = new Scoreboard();
        foreach (var letter in letters)
        {
            var file = letter.Gold.GetProperty("file").GetString()!;
            var found = LetterParser.Parse(letter.Pages, ParsingOptions.Default with { LineModel = model });
            board.WhollyRight += new LetterScore(board, letter.Gold, JsonElement.Parse(FlatJson.Write(FlatRecord.Of(found, file)))).Score().Count == 0 ? 1 : 0;
            board.Letters++;
        }
        return board;
    }

    /// <summary>What is compared: shares of 1, and of silent errors less is better.</summary>
    private static (string Name, double Before, double After)[] Rows(Scoreboard before, Scoreboard after) =>
    [
        ("scalar fields right", before.PrintedShare, after.PrintedShare),
        .. ((string[])["addressees", "recipients", "references", "tasks"]).Select(list => (list + " F1", before.List(list).F1, after.List(list).F1)),
        ("not silently wrong", 1 - before.SilentShare, 1 - after.SilentShare),
    ];

    /// <summary>Whether something is read worse than before.</summary>
    public static bool IsWorse(Scoreboard before, Scoreboard after) => Array.Exists(Rows(before, after), row => row.After < row.Before - 1e-9);

    /// <summary>Both, side by side.</summary>
    public static string Table(Scoreboard before, Scoreboard after)
    {
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"{"kept letters: " + before.Letters,-24}{"before",10}{"after",10}\n");
        foreach (var (name, was, now) in Rows(before, after))
            table.Append(CultureInfo.InvariantCulture, $"{name,-24}{was,10:0.0000}{now,10:0.0000}{(now < was - 1e-9 ? "  lower" : "")}\n");
        table.Append(CultureInfo.InvariantCulture, $"{"letters wholly right",-24}{before.WhollyRight,10}{after.WhollyRight,10}\n");
        return table.ToString();
    }
}
