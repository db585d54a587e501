namespace NhanDao.Parsing.Pages;

/// <summary>The file to read, as it lies on disk: tools take paths, and a large scan need not be held in memory.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Head">The first <see cref="FileSignature.HeadLength"/> bytes, or all.</param>
internal sealed record SourceFile(string Path, long Length, ReadOnlyMemory<byte> Head)
{
    /// <exception cref="UnreadableDocumentException">The file is empty or over the limit.</exception>
    public static async Task<SourceFile> OpenAsync(string path, ParsingOptions options, CancellationToken cancellation)
    {
        var stream = File.OpenRead(path);
        await using (stream.ConfigureAwait(false))
        {
            Check(stream.Length, options);
            var head = new byte[Math.Min(stream.Length, FileSignature.HeadLength)];
            await stream.ReadExactlyAsync(head, cancellation).ConfigureAwait(false);
            return new(System.IO.Path.GetFullPath(path), stream.Length, head);
        }
    }

    /// <summary>Puts a stream into <paramref name="folder"/>, stopping at the limit.</summary>
    /// <exception cref="UnreadableDocumentException">The stream is empty or over the limit.</exception>
    public static async Task<SourceFile> SaveAsync(Stream content, WorkFolder folder, ParsingOptions options, CancellationToken cancellation)
    {
        var path = folder.File("source");
        var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await using (copy.ConfigureAwait(false))
        {
            var buffer = new byte[81920];
            for (int read; (read = await content.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
            {
                await copy.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
                if (copy.Length > options.MaxBytes)
                    Check(copy.Length, options);
            }
        }
        return await OpenAsync(path, options, cancellation).ConfigureAwait(false);
    }

    public Task<byte[]> ReadAllAsync(CancellationToken cancellation) => File.ReadAllBytesAsync(Path, cancellation);

    private static void Check(long length, ParsingOptions options)
    {
        if (length == 0)
            throw new UnreadableDocumentException(UnreadableReason.Empty, "The file is empty (0 bytes). Copy or download it again.");
        if (length > options.MaxBytes)
            throw new UnreadableDocumentException(UnreadableReason.TooLarge,
                $"The file is over the limit of {options.MaxBytes / (1024 * 1024)} MB. Scan at 300 dpi, or raise the limit (MaxBytes).");
    }
}
