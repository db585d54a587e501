using System.CommandLine;
using System.Text.Json;
using NhanDao.Parsing;
using NhanDao.Parsing.Output;
using NhanDao.Parsing.Text;
using NhanDao.Service.Evaluation;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao evaluate</c>: parses labelled letters and prints how much of each field is right.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var gold = new Argument<DirectoryInfo>("GOLD_DIR") { Description = "Folder of gold labels, <id>.json each." }.AcceptExistingOnly();
        var files = new Argument<DirectoryInfo[]>("FILES_DIR")
        {
            Description = "Folders of the letters themselves.",
            Arity = ArgumentArity.OneOrMore,
        }.AcceptExistingOnly();
        var pages = new Option<DirectoryInfo>("--pages") { Description = "Folder of recorded pages, <id>.json each: a letter found there is parsed without OCR." };
        var byLetter = new Option<bool>("--by-letter") { Description = "List what is wrong in each letter, too." };
        var ids = new Option<FileInfo>("--ids") { Description = "File of ids: only these letters." }.AcceptExistingOnly();
        var output = new Option<DirectoryInfo>("--out") { Description = "Folder to write the flat records to." };
        var threshold = ReviewThreshold.Option();

        var command = new Command("evaluate", "Parses labelled letters and prints how much of each field is right.")
            { gold, files, pages, byLetter, ids, output, threshold };
        command.SetAction(result =>
        {
            var evaluation = new Run(
                result.GetRequiredValue(files), result.GetValue(pages), result.GetValue(output), result.GetValue(threshold), result.InvocationConfiguration.Error);
            var wanted = result.GetValue(ids) is { } file ? File.ReadAllText(file.FullName).Split().ToHashSet(StringComparer.Ordinal) : null;
            var written = result.InvocationConfiguration.Output;
            var (board, letters) = evaluation.Score(result.GetRequiredValue(gold), wanted);
            if (result.GetValue(byLetter))
                foreach (var (id, wrong) in letters)
                {
                    written.WriteLine($"{id} {(wrong.Count == 0 ? "right" : "")}");
                    foreach (var line in wrong)
                        written.WriteLine("    " + line);
                }
            written.Write(board.ToString());
            return ExitCode.Ok;
        });
        return command;
    }

    private sealed class Run(DirectoryInfo[] files, DirectoryInfo? pages, DirectoryInfo? output, double threshold, TextWriter errors)
    {
        private static readonly JsonElement Nothing = JsonElement.Parse("{}");

        public (Scoreboard Board, List<(string Id, List<string> Wrong)> Letters) Score(DirectoryInfo gold, HashSet<string>? wanted)
        {
            var ids = gold.EnumerateFiles("*.json").Select(f => Path.GetFileNameWithoutExtension(f.Name))
                .Where(id => wanted?.Contains(id) ?? true).Order(StringComparer.Ordinal).ToList();
            output?.Create();
            var found = ids.AsParallel().AsOrdered().Select(id => Parse(Label(gold, id), id)).ToList();

            var board = new Scoreboard();
            var letters = new List<(string, List<string>)>();
            foreach (var (id, record) in ids.Zip(found))
            {
                var wrong = new LetterScore(board, Label(gold, id), record).Score();
                letters.Add((id, wrong));
                board.Letters++;
                board.WhollyRight += wrong.Count == 0 ? 1 : 0;
            }
            return (board, letters);
        }

        private static JsonElement Label(DirectoryInfo gold, string id) => JsonElement.Parse(File.ReadAllBytes(Path.Combine(gold.FullName, id + ".json")));

        // A letter that cannot be parsed counts as an empty record: everything in it is wrong.
        private JsonElement Parse(JsonElement label, string id)
        {
            var file = label.GetProperty("file").GetString()!;
            if (Read(file, id) is not { } letter)
            {
                errors.WriteLine($"{id}: no recorded pages, and this kind of file is not read yet");
                return Nothing;
            }
            var json = FlatJson.Write(FlatRecord.Of(letter, file, threshold));
            if (output is not null)
                File.WriteAllText(Path.Combine(output.FullName, id + ".json"), json + "\n");
            return JsonElement.Parse(json);
        }

        private Parsing.Model.Letter? Read(string file, string id)
        {
            if (pages is not null && Path.Combine(pages.FullName, id + ".json") is var recorded && File.Exists(recorded))
            {
                using var stream = File.OpenRead(recorded);
                return LetterParser.Parse(RecordedPages.Read(stream), ParsingOptions.Default);
            }
            var path = files.Select(folder => Path.Combine(folder.FullName, file)).FirstOrDefault(File.Exists);
            return path is not null && Path.GetExtension(file) is ".txt" or ".md" ? new LetterParser().Parse(File.ReadAllText(path)) : null;
        }
    }
}
