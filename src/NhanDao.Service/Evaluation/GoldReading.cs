using NhanDao.Parsing;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Text;

namespace NhanDao.Service.Evaluation;

/// <summary>Reads the letters that the labels speak of, from recorded pages where there are any.</summary>
/// <param name="folders">Where the files lie.</param>
/// <param name="pages">Where recorded pages lie; null for none.</param>
/// <param name="record">Whether to record the letters that are not among them.</param>
/// <param name="errors">Takes a line for each letter that cannot be read.</param>
/// <param name="options">How letters are parsed; null for the defaults.</param>
internal sealed class GoldReading(DirectoryInfo[] folders, DirectoryInfo? pages, bool record, TextWriter errors, ParsingOptions? options = null)
{
    /// <summary>The letter; null when it cannot be read.</summary>
    public async Task<Letter?> ReadAsync(string id, string file, CancellationToken cancellation) =>
        await ReadPagesAsync(id, file, cancellation).ConfigureAwait(false) is { } document ? LetterParser.Parse(document, options ?? ParsingOptions.Default) : null;

    /// <summary>Its pages, with the name of its file; null when it cannot be read.</summary>
    public async Task<ReadDocument?> ReadPagesAsync(string id, string file, CancellationToken cancellation)
    {
        try
        {
            var recording = pages is null ? null : Path.Combine(pages.FullName, id + ".json");
            if (recording is not null && File.Exists(recording))
            {
                using var stream = File.OpenRead(recording);
                return Named(RecordedPages.Read(stream), file);
            }
            var document = await ReadFileAsync(file, cancellation).ConfigureAwait(false);
            if (record && recording is not null)
                Record(recording, document);
            return Named(document, file);
        }
#pragma warning disable CA1031 // A letter that cannot be read, for whatever reason, counts as wrong and has its line.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            await errors.WriteLineAsync($"nhandao: {file}: {Failure.Of(exception).Message}").ConfigureAwait(false);
            return null;
        }
    }

    private static ReadDocument Named(ReadDocument document, string file) => document with { FileName = Path.GetFileNameWithoutExtension(file) };

    private async Task<ReadDocument> ReadFileAsync(string file, CancellationToken cancellation)
    {
        var path = folders.Select(folder => Path.Combine(folder.FullName, file)).FirstOrDefault(File.Exists) ?? throw new FileNotFoundException(null, file);
        using var folder = new WorkFolder();
        var source = await SourceFile.OpenAsync(path, ParsingOptions.Default, cancellation).ConfigureAwait(false);
        return await PageReader.ReadAsync(source, folder, ParsingOptions.Default, cancellation).ConfigureAwait(false);
    }

    private static void Record(string recording, ReadDocument document)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(recording)!);
        var part = recording + ".part";
        using (var stream = File.Create(part))
            RecordedPages.Write(stream, document);
        File.Move(part, recording, overwrite: true);
    }
}
