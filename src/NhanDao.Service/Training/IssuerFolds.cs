using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using NhanDao.Parsing;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Output;
using NhanDao.Service.Evaluation;

namespace NhanDao.Service.Training;

/// <summary>
/// Leave one issuer out: letters of an issuer are read by a model that saw none of them. Tells what training is worth on issuers
/// that nobody tuned for.
/// </summary>
/// <param name="training">How models are trained.</param>
/// <param name="learned">Letters that may be learned from when their issuer is not measured.</param>
/// <param name="isScan">Which letters are scans.</param>
internal sealed class IssuerFolds(LineTraining training, HashSet<string> learned, Predicate<string> isScan)
{
    /// <summary>The ways of labelling that are compared, and the boards of scans and of other files.</summary>
    private sealed record Row(string Name, Part Scans, Part Others);

    /// <summary>What was read right in the letters of one kind: fields, and lines whose label follows from the gold record.</summary>
    private sealed class Part
    {
        public Scoreboard Fields { get; } = new();

        public int Lines { get; set; }

        public int RightLines { get; set; }
    }

    /// <summary>Measures, and gives the table.</summary>
    public string Run(List<LabelledLetter> letters, TextWriter progress)
    {
        var rows = new List<Row>
        {
            Measure("cues alone", letters, _ => LineTraining.CuesAlone),
            Measure("chain set by hand", letters, _ => CueWeights.Model),
            Learned("trained, without cues", letters, LineTraining.WithoutCues, progress),
            Learned("trained, with cues", letters, LineTraining.WithCues, progress),
        };
        var table = new StringBuilder("| labelled by | scans: lines | scalars | tasks F1 | recipients F1 | silent | other files: lines | scalars | tasks F1 | recipients F1 | silent |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var row in rows)
            table.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {Cells(row.Scans)} | {Cells(row.Others)} |\n");
        return table.ToString();
    }

    private static string Cells(Part part) => FormattableString.Invariant(
        $"{part.RightLines / (double)part.Lines:0.000} | {part.Fields.PrintedShare:0.000} | {part.Fields.List("tasks").F1:0.000} | {part.Fields.List("recipients").F1:0.000} | {part.Fields.SilentShare:0.0000}");

    private Row Learned(string name, List<LabelledLetter> letters, LineModel prior, TextWriter progress)
    {
        var invented = training.InventedSamples(prior.KnowsCues);
        var real = letters.ToDictionary(l => l.Id, l => l.ToSample(LineTraining.RealWeight, prior.KnowsCues));
        var start = training.Train(prior, invented); // knows no real letter
        return Measure(name, letters, issuer =>
        {
            progress.WriteLine($"{name}: without {issuer}");
            return training.Train(prior, [.. invented, .. letters.Where(l => l.Issuer != issuer && learned.Contains(l.Id)).Select(l => real[l.Id])], start);
        });
    }

    private Row Measure(string name, List<LabelledLetter> letters, Func<string, LineModel> model)
    {
        var row = new Row(name, new(), new());
        foreach (var issuer in letters.GroupBy(l => l.Issuer))
        {
            var options = ParsingOptions.Default with { LineModel = model(issuer.Key) };
            foreach (var letter in issuer)
            {
                var file = letter.Gold.GetProperty("file").GetString()!;
                var found = LetterParser.Parse(letter.Pages with { FileName = Path.GetFileNameWithoutExtension(file) }, options);
                var part = isScan(letter.Id) ? row.Scans : row.Others;
                CountLines(part, letter, options.LineModel);
                new LetterScore(part.Fields, letter.Gold, JsonElement.Parse(FlatJson.Write(FlatRecord.Of(found, file)))).Score();
            }
        }
        return row;
    }

    private static void CountLines(Part part, LabelledLetter letter, LineModel model)
    {
        var text = letter.ToText();
        var allowed = GoldLines.Allowed(text, LineCues.Of(text), letter.Gold);
        foreach (var (line, labels) in LineLabeller.Label(text, model).Zip(allowed))
            if (BitOperations.IsPow2(labels))
            {
                part.Lines++;
                part.RightLines += labels == LineSample.Bit(line.Label) ? 1 : 0;
            }
    }
}
