using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NhanDao.Service.Import;

/// <summary>Shows how an import goes: a table on a terminal, a line now and then elsewhere.</summary>
internal static class ImportDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10), BetweenFrames = TimeSpan.FromMilliseconds(250);

    /// <summary>Shows <paramref name="progress"/> until <paramref name="run"/> has ended; then it is awaited by the caller.</summary>
    public static async Task ShowAsync(ImportProgress progress, Task run, TextWriter errors, bool isTerminal)
    {
        if (isTerminal)
        {
            var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(errors) });
            await console.Live(Table(progress)).AutoClear(true).StartAsync(async live =>
            {
                while (await Task.WhenAny(run, Task.Delay(BetweenFrames)).ConfigureAwait(false) != run)
                    live.UpdateTarget(Table(progress));
            }).ConfigureAwait(false);
        }
        else
            while (await Task.WhenAny(run, Task.Delay(BetweenLines)).ConfigureAwait(false) != run)
                await errors.WriteLineAsync($"nhandao: {Line(progress)}").ConfigureAwait(false);
    }

    /// <summary>«1200 of 10000 files, 30.1 a second, 4 min 53 s left, 3 in quarantine».</summary>
    public static string Line(ImportProgress progress) => string.Create(CultureInfo.InvariantCulture,
        $"{progress.Known + progress.Ended} of {progress.Found}{(progress.IsWalked ? "" : "+")} files, {progress.Rate:0.0} a second, {Left(progress)} left, {progress.Quarantined} in quarantine");

    private static string Left(ImportProgress progress) => progress.IsWalked && progress.Left is { } left ? Duration(left) : "?";

    /// <summary>«2 h 05 min», «4 min 53 s», «12 s».</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:00} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
    };

    private static Rows Table(ImportProgress progress)
    {
        var rows = new List<IRenderable>
        {
            new BreakdownChart().Width(80).ShowPercentage().HideTags()
                .AddItem("", progress.Known + progress.Done + progress.Duplicates, Color.Green).AddItem("", progress.Quarantined, Color.Red)
                .AddItem("", Math.Max(0, progress.Found - progress.Known - progress.Ended), Color.Grey),
            new Text(Line(progress)),
            new Text(string.Create(CultureInfo.InvariantCulture,
                $"done {progress.Done}, duplicates {progress.Duplicates}, by earlier runs {progress.Known}, workers replaced after a death {progress.Deaths}, {Duration(progress.Elapsed)}")),
        };
        rows.AddRange(progress.AtHand.Select(w => new Text(string.Create(CultureInfo.InvariantCulture,
            $"  worker {w.Worker}: {Path.GetFileName(w.File)}{(w.Pages > 1 ? $" ({w.Page}/{w.Pages})" : "")}"), new(Color.Grey))));
        rows.AddRange(progress.Failures.Select(f => new Text($"  {Path.GetFileName(f.File)}: {f.Reason}", new(Color.Red))));
        return new(rows);
    }
}

/// <summary>Events as lines of JSON, for programs that start an import.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportEvent))]
[JsonSerializable(typeof(ImportSummary))]
internal sealed partial class ImportContext : JsonSerializerContext;

/// <summary><see cref="ImportContext"/> with what the generator's attribute has no setting for.</summary>
internal static class ImportLine
{
    private static readonly JsonSerializerOptions Options = new(ImportContext.Default.Options)
    {
        TypeInfoResolver = ImportContext.Default,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Of<T>(T message) => JsonSerializer.Serialize(message, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));
}
