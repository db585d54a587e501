using System.CommandLine;
using System.Runtime.CompilerServices;
using NhanDao.Parsing;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Commands;

/// <summary>The letters that a command works on: files of letters, or what <c>nhandao parse</c> made of them.</summary>
internal sealed class LetterInput(string[] arguments, ParsingOptions limits, Func<Stream> input, TextWriter errors)
{
    private readonly HashSet<int> failures = [];

    /// <summary>What went wrong with single files; each has had its line.</summary>
    public IReadOnlySet<int> Failures => failures;

    public static Argument<string[]> Argument() => new("FILE")
    {
        Description = "Letters, or letters parsed to JSON or JSON Lines: files, folders with all they hold, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Every letter, in the order of the inputs; a file that cannot be read is a line and a code.</summary>
    public async IAsyncEnumerable<Letter> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var files = InputFiles.Find(arguments, (path, exception) => Report(path, Failure.Of(exception)));
        if (files.Count == 0 && failures.Count == 0)
            Report(string.Join(' ', arguments), new(ExitCode.NoInput, "There is no file in it."));
        var parser = new LetterParser(limits with { MaxParallelPages = Math.Max(1, Environment.ProcessorCount / Math.Max(1, files.Count)) });
        var standard = files.Exists(f => f.IsStandardInput) ? await ReadStandardAsync(cancellation).ConfigureAwait(false) : [];
        for (var i = 0; i < files.Count;)
        {
            if (IsParsed(files[i], standard))
            {
                await foreach (var letter in ReadParsedAsync(files[i++], standard, cancellation).ConfigureAwait(false))
                    yield return letter;
                continue;
            }
            var unread = files.Skip(i).TakeWhile(f => !IsParsed(f, standard)).ToList();
            i += unread.Count;
            await foreach (var (file, letters, failure) in new LetterFiles(parser, () => new MemoryStream(standard)).ReadAsync(unread, cancellation).ConfigureAwait(false))
                if (failure is not null)
                    Report(file.Path, failure);
                else
                    yield return letters[0];
        }
    }

    private async Task<byte[]> ReadStandardAsync(CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var stream = input();
        await using (stream.ConfigureAwait(false))
            await stream.CopyToAsync(kept, cancellation).ConfigureAwait(false);
        return kept.ToArray();
    }

    private static bool IsParsed(InputFile file, byte[] standard)
    {
        if (file.IsStandardInput)
            return ParsedLetters.IsJson(standard);
        try
        {
            using var stream = File.OpenRead(file.Path);
            Span<byte> start = stackalloc byte[64];
            return stream.CanSeek && ParsedLetters.IsJson(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // the parser says what is wrong with it
        }
    }

    private async IAsyncEnumerable<Letter> ReadParsedAsync(InputFile file, byte[] standard, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Stream stream = file.IsStandardInput ? new MemoryStream(standard) : File.OpenRead(file.Path);
        await using (stream.ConfigureAwait(false))
        {
            var letters = ParsedLetters.ReadAsync(stream, cancellation).GetAsyncEnumerator(cancellation);
            await using (letters.ConfigureAwait(false))
                while (true)
                {
                    try
                    {
                        if (!await letters.MoveNextAsync().ConfigureAwait(false))
                            yield break;
                    }
                    catch (UnreadableDocumentException e)
                    {
                        Report(file.Path, Failure.Of(e));
                        yield break;
                    }
                    yield return letters.Current.File is null ? letters.Current with { File = file.Path } : letters.Current;
                }
        }
    }

    private void Report(string path, Failure failure)
    {
        failures.Add(failure.ExitCode);
        errors.WriteLine($"nhandao: {path}: {failure.Message}");
    }
}
