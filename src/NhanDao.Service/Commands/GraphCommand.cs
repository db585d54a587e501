using System.CommandLine;
using System.Globalization;
using System.Text;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.References;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao graph</c>: which letter carries out which instrument, over many letters.</summary>
internal static class GraphCommand
{
    public const string Dot = "dot", DotPackage = "graphviz";

    public static Command Create(Func<Stream> input)
    {
        var files = LetterInput.Argument();
        var output = new Option<string>("--out") { Description = "Folder for letters.json, letters.graphml and letters.svg.", HelpName = "DIR", DefaultValueFactory = _ => "graph" };
        var list = new Option<string>("--register") { Description = "Your list of instruments: tab-separated number, date, issuer, title.", HelpName = "FILE" };
        var all = new Option<bool>("--all") { Description = "Draw every instrument, also what one letter alone mentions." };
        var limits = new Limits();
        var command = new Command("graph", "Joins letters through the instruments that they cite: JSON, GraphML and a picture.") { files, output, list, all };
        limits.AddTo(command);
        command.SetAction((result, cancellation) => RunAsync(
            new LetterInput(result.GetRequiredValue(files), limits.Of(result), input, result.InvocationConfiguration.Error),
            result.GetRequiredValue(output), result.GetValue(list), result.GetValue(all), result.InvocationConfiguration.Error, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(LetterInput input, string folder, string? list, bool all, TextWriter errors, CancellationToken cancellation)
    {
        var supplied = list is null ? [] : await ReadListAsync(list, cancellation).ConfigureAwait(false);
        var letters = new List<Letter>();
        await foreach (var letter in input.ReadAsync(cancellation).ConfigureAwait(false))
            letters.Add(letter);
        if (letters.Count == 0)
            return ExitCode.Of(input.Failures);

        var graph = LetterGraph.Of(letters, supplied);
        ResultFile.Write(Path.Combine(folder, "letters.json"), Encoding.UTF8.GetBytes(GraphJson.Write(graph) + "\n"));
        ResultFile.Write(Path.Combine(folder, "letters.graphml"), Encoding.UTF8.GetBytes(GraphMl.Write(graph)));
        await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"nhandao: {letters.Count} letters, {graph.Nodes.Length} instruments, {graph.Edges.Length} citations, {graph.Nodes.Count(n => n.Instrument.DatesInDispute.Count > 0)} disputed dates, {graph.Cycles.Length} circles, {graph.Orphans.Length} letters by themselves, in {folder}")).ConfigureAwait(false);
        ResultFile.Write(Path.Combine(folder, "letters.svg"), await DrawAsync(GraphDot.Write(graph, all), cancellation).ConfigureAwait(false));
        return ExitCode.Of(input.Failures);
    }

    /// <summary>Graphviz lays the picture out; without it the other two files are written, and the line says what to install.</summary>
    private static async Task<byte[]> DrawAsync(string dot, CancellationToken cancellation)
    {
        using var folder = new WorkFolder();
        await File.WriteAllTextAsync(folder.File("letters.gv"), dot, cancellation).ConfigureAwait(false);
        var (result, picture) = await ChildProcess.RunAsync(Dot, DotPackage, ["-Tsvg", folder.File("letters.gv")], folder, output =>
        {
            using var kept = new MemoryStream();
            output.CopyTo(kept);
            return kept.ToArray();
        }, ParsingOptions.Default, cancellation).ConfigureAwait(false);
        return result.ExitCode == 0 ? picture
            : throw new InvalidOperationException($"dot ended with {result.ExitCode.ToString(CultureInfo.InvariantCulture)}: {result.Errors}");
    }

    private static async Task<List<Witness>> ReadListAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return [.. InstrumentList.Read(Path.GetFileName(path), await File.ReadAllLinesAsync(path, cancellation).ConfigureAwait(false))];
        }
        catch (FormatException e)
        {
            throw new UnreadableDocumentException(UnreadableReason.UnknownFormat, e.Message, e);
        }
    }
}
