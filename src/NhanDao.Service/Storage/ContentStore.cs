using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using NhanDao.Parsing;
using NhanDao.Parsing.Pages;

namespace NhanDao.Service.Storage;

/// <summary>A file as it lies in the store.</summary>
/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
/// <param name="Length">In bytes.</param>
/// <param name="MediaType">By its bytes.</param>
internal sealed record StoredFile(string Hash, long Length, string MediaType)
{
    /// <summary>Its bytes, where they are at hand: of a short text that just came. Empty otherwise.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The hash says it all: whether the bytes are at hand makes no other file.</summary>
    public bool Equals(StoredFile? other) => other is not null && (Hash, Length, MediaType) == (other.Hash, other.Length, other.MediaType);

    public override int GetHashCode() => Hash.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Files under the hash of their content: «ab/ab12…». The same bytes lie here once, and a file that is here is whole.</summary>
internal sealed class ContentStore
{
    private const int BufferBytes = 81920;

    private readonly string folder;
    private readonly string incoming;
    private readonly ConcurrentDictionary<string, int> held = new(StringComparer.Ordinal);

    /// <param name="folder">Made when it is not there. All that serve the same database must reach it.</param>
    public ContentStore(string folder)
    {
        this.folder = folder;
        incoming = Path.Combine(folder, "incoming");
        Directory.CreateDirectory(incoming);
    }

    /// <summary>Takes in a stream to its end. Nothing is left behind when it breaks off.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="maxBytes">More are refused.</param>
    /// <param name="hold">Whether the file must stay until <see cref="Release"/>, whoever else has the same bytes and is done with them.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="UnreadableDocumentException">It is empty, or over the limit.</exception>
    public async Task<StoredFile> PutAsync(Stream content, long maxBytes, bool hold, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, BufferBytes), BufferBytes, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            if (read == 0)
                throw new UnreadableDocumentException(UnreadableReason.Empty, "The file is empty (0 bytes). Copy or download it again.");
            return read < BufferBytes && read <= maxBytes ? PutSmall(buffer.AsSpan(0, read), hold) : await PutLargeAsync(buffer, read, content, maxBytes, hold, cancellation).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>What is at hand as a whole is written in one go.</summary>
    private StoredFile PutSmall(ReadOnlySpan<byte> bytes, bool hold)
    {
        var type = MediaTypes.Of(bytes[..Math.Min(bytes.Length, FileSignature.HeadLength)]);
        var isText = type.StartsWith("text/plain", StringComparison.Ordinal);
        var file = new StoredFile(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, type) { Bytes = isText ? bytes.ToArray() : default };
        var path = Path.Combine(incoming, Path.GetRandomFileName());
        try
        {
            using (var copy = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                RandomAccess.Write(copy, bytes, 0);
            Place(path, file.Hash, hold);
            return file;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <param name="buffer">Holds the beginning; overwritten.</param>
    /// <param name="read">How much of it.</param>
    /// <param name="content">The rest.</param>
    /// <param name="maxBytes">More are refused.</param>
    /// <param name="hold">As in <see cref="PutAsync(Stream, long, bool, CancellationToken)"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    private async Task<StoredFile> PutLargeAsync(byte[] buffer, int read, Stream content, long maxBytes, bool hold, CancellationToken cancellation)
    {
        var type = MediaTypes.Of(buffer.AsSpan(0, Math.Min(read, FileSignature.HeadLength)));
        var path = Path.Combine(incoming, Path.GetRandomFileName());
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long length = 0;
            var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            await using (copy.ConfigureAwait(false))
                while (read > 0)
                {
                    length += read;
                    if (length > maxBytes)
                        throw new UnreadableDocumentException(UnreadableReason.TooLarge, $"The file is over the limit of {maxBytes / (1024 * 1024)} MB. Scan at 300 dpi, or raise the limit (MaxBytes).");
                    hash.AppendData(buffer, 0, read);
                    await copy.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
                    read = await content.ReadAtLeastAsync(buffer.AsMemory(0, BufferBytes), BufferBytes, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
                }
            var file = new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), length, type);
            Place(path, file.Hash, hold);
            return file;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private void Place(string path, string hash, bool hold)
    {
        var place = PathOf(hash);
        if (hold)
            held.AddOrUpdate(hash, 1, (_, count) => count + 1);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(path, place, overwrite: true); // one step: whoever sees the name sees the whole file
    }

    /// <inheritdoc cref="PutAsync(Stream, long, bool, CancellationToken)"/>
    public Task<StoredFile> PutAsync(Stream content, long maxBytes, CancellationToken cancellation) => PutAsync(content, maxBytes, hold: false, cancellation);

    /// <summary>Where a file lies, whether it is there or not.</summary>
    /// <exception cref="ArgumentException">It is no hash: it must never become part of a path.</exception>
    public string PathOf(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, hash[..2], hash)
        : throw new ArgumentException("It is no SHA-256 in lower-case hexadecimal.", nameof(hash));

    public bool Holds(string hash) => File.Exists(PathOf(hash));

    /// <summary>Says that one who put the file here with a hold is done with it.</summary>
    public void Release(string hash)
    {
        if (held.AddOrUpdate(hash, 0, (_, count) => count - 1) <= 0)
            held.TryRemove(new(hash, 0));
    }

    /// <summary>Whether somebody of this process works on the file.</summary>
    public bool IsHeld(string hash) => held.GetValueOrDefault(hash) > 0;

    public void Remove(string hash) => File.Delete(PathOf(hash));

    /// <summary>Every file, in no order.</summary>
    public IEnumerable<string> Hashes() => Directory.EnumerateDirectories(folder, "??").SelectMany(Directory.EnumerateFiles).Select(f => Path.GetFileName(f));

    /// <summary>Removes what a process that was killed left half-way. What another one is just writing is younger.</summary>
    public void RemoveLeftovers()
    {
        foreach (var file in Directory.EnumerateFiles(incoming).Where(f => File.GetLastWriteTimeUtc(f) < DateTime.UtcNow.AddHours(-1)))
            File.Delete(file);
    }
}

/// <summary>Media types of the files that are read here.</summary>
internal static class MediaTypes
{
    public static string Of(ReadOnlySpan<byte> head) => FileSignature.Recognise(head) switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Tiff => "image/tiff",
        FileKind.Png => "image/png",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Text => "text/plain; charset=utf-8",
        FileKind.RichText => "application/rtf",
        FileKind.OleCompound => "application/msword",
        FileKind.Zip => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    };
}
