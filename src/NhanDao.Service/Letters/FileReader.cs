using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Pages;
using NhanDao.Service.Hosting;
using NhanDao.Service.Storage;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Letters;

/// <summary>Reads stored files: a short typed letter in the service itself, everything else in a worker.</summary>
/// <remarks>
/// A typed letter is plain text and our own rules, each with a time limit: no foreign code, no memory but its own few kilobytes. A worker
/// would cost more to talk to than the reading takes (docs/performance.md).
/// </remarks>
internal sealed class FileReader(WorkerPool workers, ContentStore content, IOptions<ServiceOptions> options, ServiceMeter meter)
{
    private readonly ServiceOptions options = options.Value;

    public bool IsShortText(StoredFile file) => file.MediaType.StartsWith("text/plain", StringComparison.Ordinal) && file.Length <= options.InProcessTextBytes;

    /// <summary>Every letter of the file.</summary>
    /// <exception cref="UnreadableDocumentException">It cannot be read, or not within the limits.</exception>
    /// <exception cref="QuarantinedException">It has killed every worker that tried.</exception>
    /// <exception cref="WorkerFailedException">The file is not at fault.</exception>
    public async Task<ImmutableArray<Letter>> ReadAsync(StoredFile file, string? name, ReadingOptions choices, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        using var span = Tracing.Source.StartActivity("read");
        span?.SetTag("nhandao.media_type", file.MediaType).SetTag("nhandao.bytes", file.Length).SetTag("nhandao.in_process", IsShortText(file));
        var begun = Stopwatch.GetTimestamp();
        var outcome = "failed";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(options.ParseSeconds));
        try
        {
            var letters = IsShortText(file)
                ? ReadText(file.Bytes.IsEmpty ? await File.ReadAllBytesAsync(content.PathOf(file.Hash), limit.Token).ConfigureAwait(false) : file.Bytes, name, choices.With(options.Limits))
                : await workers.ParseAsync(content.PathOf(file.Hash), name, choices.With(options.Limits), progress, limit.Token).ConfigureAwait(false);
            outcome = "read";
            span?.SetTag("nhandao.letters", letters.Length);
            return letters;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UnreadableDocumentException(UnreadableReason.TooCostly, "Reading the file takes longer than the service allows (ParseSeconds). Split it into letters.");
        }
        catch (OperationCanceledException)
        {
            outcome = "cancelled";
            throw;
        }
        finally
        {
            span?.SetTag("nhandao.outcome", outcome).SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            meter.Read(outcome, Stopwatch.GetElapsedTime(begun));
        }
    }

    private static ImmutableArray<Letter> ReadText(ReadOnlyMemory<byte> bytes, string? name, ParsingOptions limits)
    {
        var text = TextFile.Decode(bytes.Span);
        if (string.IsNullOrWhiteSpace(text))
            throw new UnreadableDocumentException(UnreadableReason.Empty, "The text file holds no words.");
        return LetterParser.ParseAll(new ReadDocument(Parsing.Text.TypedText.Read(text)) { FileName = Path.GetFileNameWithoutExtension(name) }, limits);
    }
}
