using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;

namespace NhanDao.Service.Commands;

/// <summary>Reads letters from files on all cores.</summary>
/// <param name="parser">Reads one.</param>
/// <param name="input">Standard input, opened when it is among the files.</param>
/// <param name="all">Every letter of a file, not only the first.</param>
internal sealed class LetterFiles(LetterParser parser, Func<Stream> input, bool all = false)
{
    /// <summary>Each file with its letter (all its letters, where all are asked for) or with what is wrong with it, in the order given.</summary>
    public async IAsyncEnumerable<(InputFile File, ImmutableArray<Letter> Letters, Failure? Failure)> ReadAsync(
        IReadOnlyList<InputFile> inputs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A window of letters is read at a time, so that a slow one at its head does not leave cores idle, nor a quick reader fill memory.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var cores = new SemaphoreSlim(Environment.ProcessorCount);
        var window = new Queue<Task<(InputFile, ImmutableArray<Letter>, Failure?)>>();
        try
        {
            foreach (var file in inputs)
            {
                window.Enqueue(Task.Run(() => ReadAsync(file, cores, stop.Token), stop.Token));
                if (window.Count == 8 * Environment.ProcessorCount)
                    yield return await window.Dequeue().ConfigureAwait(false);
            }
            while (window.Count > 0)
                yield return await window.Dequeue().ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false); // results cannot be written, or Ctrl-C: those under way clean up behind them
            await Task.WhenAll(window.AsEnumerable<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<(InputFile File, ImmutableArray<Letter> Letters, Failure? Failure)> ReadAsync(InputFile file, SemaphoreSlim cores, CancellationToken cancellation)
    {
        await cores.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return (file, await ReadAsync(file, cancellation).ConfigureAwait(false), null);
        }
#pragma warning disable CA1031 // A bad file is one line, and the next one goes on.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return (file, [], Failure.Of(exception));
        }
        finally
        {
            cores.Release();
        }
    }

    private async Task<ImmutableArray<Letter>> ReadAsync(InputFile file, CancellationToken cancellation)
    {
        if (file.IsStandardInput)
        {
            var standard = input();
            await using (standard.ConfigureAwait(false))
                return [.. (await ReadAsync(standard, cancellation).ConfigureAwait(false)).Select((letter, i) => i == 0 ? letter : letter with { File = file.Letter(i + 1).Path })];
        }
        var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await using (stream.ConfigureAwait(false))
        {
            // A pipe (<(command) of the shell) can be read once, from the front; a file on disk is read where it lies.
            var letters = !stream.CanSeek ? await ReadAsync(stream, cancellation).ConfigureAwait(false)
                : all ? await parser.ParseAllAsync(file.Path, cancellation).ConfigureAwait(false)
                : [await parser.ParseAsync(file.Path, cancellation).ConfigureAwait(false)];
            return [.. letters.Select((letter, i) => letter with { File = file.Letter(i + 1).Path })];
        }
    }

    private async Task<ImmutableArray<Letter>> ReadAsync(Stream content, CancellationToken cancellation) =>
        all ? await parser.ParseAllAsync(content, cancellation).ConfigureAwait(false) : [await parser.ParseAsync(content, cancellation).ConfigureAwait(false)];
}
