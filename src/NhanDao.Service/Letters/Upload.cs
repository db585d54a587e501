using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using NhanDao.Parsing;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Letters;

/// <summary>Takes the file out of a request: the body itself, or the one file of a form.</summary>
internal static class Upload
{
    private const int LongestName = 200;
    private const int MostSections = 20;
    private const int GenericIoError = unchecked((int)0x80131620); // what a body that breaks off throws; errors of the disk have numbers of their own

    private static readonly string[] Types =
    [
        "application/pdf", "application/octet-stream", "application/msword", "application/rtf", "application/zip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text",
        "image/tiff", "image/png", "image/jpeg", "text/plain", "text/markdown", "text/rtf",
    ];

    /// <returns>The file, held in the store: release it.</returns>
    /// <exception cref="BadHttpRequestException">There is not exactly one file in it, or its type is not taken here.</exception>
    /// <exception cref="UnreadableDocumentException">The file is empty or over the limit.</exception>
    public static async Task<(StoredFile File, string? Name)> ReadAsync(HttpRequest request, ContentStore store, long maxBytes, CancellationToken cancellation)
    {
        if (request.Headers.ContentEncoding.Count > 0)
            throw new BadHttpRequestException("Send the file as it is, without a Content-Encoding.", StatusCodes.Status415UnsupportedMediaType);
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed : null;
        if (request.ContentType is { Length: > 0 } && type is null)
            throw new BadHttpRequestException("The Content-Type is no media type.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            if (type?.MediaType.Equals(MediaTypeNames.Multipart.FormData, StringComparison.OrdinalIgnoreCase) == true)
                return await FromFormAsync(request, type, store, maxBytes, cancellation).ConfigureAwait(false);
            if (type is not null && !Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
                throw new BadHttpRequestException("Send a file as multipart/form-data, or as the body with its own type or application/octet-stream.", StatusCodes.Status415UnsupportedMediaType);
            return (await store.PutAsync(request.Body, maxBytes, hold: true, cancellation).ConfigureAwait(false), NameIn(request.Headers.ContentDisposition) ?? Clean(request.Query["name"]));
        }
        catch (IOException e) when (e is not BadHttpRequestException && e.HResult == GenericIoError)
        {
            throw new BadHttpRequestException("The body breaks off.", StatusCodes.Status400BadRequest, e);
        }
    }

    private static async Task<(StoredFile, string?)> FromFormAsync(HttpRequest request, MediaTypeHeaderValue type, ContentStore store, long maxBytes, CancellationToken cancellation)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (boundary is not { Length: > 0 and <= 100 })
            throw new BadHttpRequestException("The multipart body has no boundary, or one over 100 characters.");
        var reader = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 8192 };
        (StoredFile File, string? Name)? found = null;
        try
        {
            for (var sections = 0; await reader.ReadNextSectionAsync(cancellation).ConfigureAwait(false) is { } section; sections++)
            {
                if (sections == MostSections)
                    throw new BadHttpRequestException("The form has too many parts.");
                if (section.AsFileSection() is not { } file)
                    continue; // a text field: there are none that matter, and the reader skips it
                if (found is not null)
                    throw new BadHttpRequestException("The form holds more than one file. Send one letter a request.");
                found = (await store.PutAsync(section.Body, maxBytes, hold: true, cancellation).ConfigureAwait(false), Clean(file.FileName));
            }
            return found ?? throw new BadHttpRequestException("The form holds no file.");
        }
        catch
        {
            if (found is { } file)
                store.Release(file.File.Hash);
            throw;
        }
    }

    private static string? NameIn(string? disposition) =>
        ContentDispositionHeaderValue.TryParse(disposition, out var parsed) ? Clean(HeaderUtilities.RemoveQuotes(parsed.FileNameStar.HasValue ? parsed.FileNameStar : parsed.FileName).Value) : null;

    /// <summary>The name alone, without folders of either system and without control characters: it is shown and never opened.</summary>
    private static string? Clean(string? name)
    {
        var last = name?.Split('/', '\\')[^1];
        var clean = last is null ? "" : string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Normalize().Trim();
        return clean.Length == 0 ? null : clean.Length > LongestName ? clean[^LongestName..] : clean;
    }
}
