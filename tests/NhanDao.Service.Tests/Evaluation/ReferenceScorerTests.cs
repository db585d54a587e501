using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NhanDao.Service.Evaluation;

namespace NhanDao.Service.Tests.Evaluation;

/// <summary>Holds the scores to the reference scorer, on the real labels and on predictions made from them by damage.</summary>
public class ReferenceScorerTests
{
    [SharedFact]
    public async Task Agrees_with_the_reference_to_the_last_digit()
    {
        var gold = SharedMaterial.Path("letters", "gold");
        var predictions = Directory.CreateTempSubdirectory("nhandao-scores-");
        try
        {
            var damage = new Damage(seed: 20250115);
            var board = new Scoreboard();
            var ours = new StringBuilder();
            foreach (var file in Directory.EnumerateFiles(gold, "*.json").Order(StringComparer.Ordinal))
            {
                var label = await File.ReadAllTextAsync(file);
                var found = damage.Done(JsonNode.Parse(label)!.AsObject()).ToJsonString();
                await File.WriteAllTextAsync(Path.Combine(predictions.FullName, Path.GetFileName(file)), found);
                var wrong = new LetterScore(board, JsonElement.Parse(label), JsonElement.Parse(found)).Score();
                board.Letters++;
                board.WhollyRight += wrong.Count == 0 ? 1 : 0;
                ours.Append(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)} {(wrong.Count == 0 ? "right" : "")}\n");
                ours.AppendJoin("", wrong.Select(line => $"    {line}\n"));
            }
            ours.Append(board);

            Assert.Equal(await ReferenceAsync(gold, predictions.FullName), ours.ToString());
        }
        finally
        {
            predictions.Delete(recursive: true);
        }
    }

    private static async Task<string> ReferenceAsync(string gold, string predictions)
    {
        ProcessStartInfo start = new("python3", [SharedMaterial.Path("eval", "score.py"), gold, predictions, "--by-letter"])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var python = Process.Start(start)!;
        var output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return output;
    }

    /// <summary>Changes some values, drops some list items, doubles others, and lists some fields for review: the same ones on every run.</summary>
    private sealed class Damage(int seed)
    {
#pragma warning disable CA5394 // A fixed seed is the point: no secret hangs on it.
        private readonly Random random = new(seed);

        public JsonObject Done(JsonObject record)
        {
            Inside(record);
            record["review"] = new JsonArray([.. new[] { "number", "date", "subject", "tasks", "references" }.Where(_ => Chance(0.3)).Select(f => (JsonNode)f)]);
            return record;
        }

        private void Inside(JsonNode node)
        {
            if (node is JsonObject record)
                foreach (var (name, value) in record.ToList())
                    if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String && Chance(0.15))
                        record[name] = Changed(text.GetValue<string>());
                    else if (value is not null)
                        Inside(value);
            if (node is not JsonArray list)
                return;
            for (var i = list.Count - 1; i >= 0; i--)
                if (Chance(0.06))
                    list.RemoveAt(i);
                else if (list[i] is JsonValue text && Chance(0.1))
                    list[i] = Changed(text.GetValue<string>());
                else if (Chance(0.05))
                    list.Insert(i, list[i]!.DeepClone());
                else
                    Inside(list[i]!);
        }

        private string? Changed(string text)
        {
            var at = random.Next(text.Length + 1);
            return random.Next(8) switch
            {
                0 => null,
                1 => "",
                2 => text.ToUpperInvariant(), // the same after folding
                3 => text.Normalize(NormalizationForm.FormD) + " ;",
                4 => text[..at],
                5 => text.Insert(at, "'\"ß\u00a0"),
                6 => text.Insert(at, " – ×"),
                _ => text.Replace('à', 'a').Replace('0', '8'),
            };
        }

        private bool Chance(double share) => random.NextDouble() < share;
#pragma warning restore CA5394
    }
}
