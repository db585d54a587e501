using NhanDao.Parsing;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Import;

/// <summary>Takes a file that was found into the store.</summary>
internal static class Intake
{
    public static async Task<TakenFile> TakeAsync(FoundFile file, ContentStore content, long maxBytes, CancellationToken cancellation)
    {
        try
        {
            var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            await using (stream.ConfigureAwait(false))
                return new(file, await content.PutAsync(stream, maxBytes, cancellation).ConfigureAwait(false), null);
        }
        catch (Exception e) when (e is UnreadableDocumentException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return new(file, null, Failure.Of(e));
        }
    }
}
