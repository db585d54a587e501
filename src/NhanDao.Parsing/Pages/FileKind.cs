using System.Text;

namespace NhanDao.Parsing.Pages;

/// <summary>What a file is, by its bytes.</summary>
internal enum FileKind
{
    /// <summary>None of the others.</summary>
    Unknown,

    Pdf,
    Tiff,
    Png,
    Jpeg,

    /// <summary>Plain text or Markdown, in UTF-8 or with a UTF-16 byte order mark.</summary>
    Text,

    /// <summary>Word 97–2003 and other Office files of that time (OLE compound file).</summary>
    OleCompound,

    /// <summary>A zip file: .docx, .odt and others.</summary>
    Zip,

    /// <summary>Rich Text Format.</summary>
    RichText,

    /// <summary>A web page, such as the error page of a site that was to give a PDF.</summary>
    Html,

    /// <summary>A picture format that is not read here (GIF, BMP, WebP, HEIC, JPEG 2000).</summary>
    OtherPicture,
}

/// <summary>Recognises files by their first bytes, never by their names.</summary>
internal static class FileSignature
{
    /// <summary>How many bytes from the start are enough.</summary>
    public const int HeadLength = 4096;

    /// <summary>Readers accept junk before «%PDF-» up to here.</summary>
    private const int PdfJunk = 1024;

    public static FileKind Recognise(ReadOnlySpan<byte> head)
    {
        foreach (var (signature, kind) in Signatures)
            if (head.StartsWith(signature))
                return kind;
        if (head.Length >= 12 && (head[4..].StartsWith("ftyp"u8) || (head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8))))
            return FileKind.OtherPicture;
        if (head[..Math.Min(head.Length, PdfJunk)].IndexOf("%PDF-"u8) >= 0)
            return FileKind.Pdf;
        if (IsHtml(head))
            return FileKind.Html;
        return TextFile.LooksLikeText(head) ? FileKind.Text : FileKind.Unknown;
    }

    private static readonly (byte[] Signature, FileKind Kind)[] Signatures =
    [
        ([0x49, 0x49, 0x2A, 0], FileKind.Tiff),             // little-endian
        ([0x4D, 0x4D, 0, 0x2A], FileKind.Tiff),             // big-endian
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], FileKind.Png),
        ([0xFF, 0xD8, 0xFF], FileKind.Jpeg),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileKind.OleCompound),
        ([0x50, 0x4B, 3, 4], FileKind.Zip),
        ([.. @"{\rtf"u8], FileKind.RichText),
        ([.. "GIF8"u8], FileKind.OtherPicture),
        ([.. "BM"u8, 0, 0], FileKind.OtherPicture),
        ([0, 0, 0, 0x0C, 0x6A, 0x50], FileKind.OtherPicture), // JPEG 2000
    ];

    private static bool IsHtml(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            head = head[3..];
        var start = Encoding.ASCII.GetString(head.TrimStart(" \t\r\n"u8)[..Math.Min(64, head.TrimStart(" \t\r\n"u8).Length)]);
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<head", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase); // a web archive, as Word saves one under the name .doc
    }
}
