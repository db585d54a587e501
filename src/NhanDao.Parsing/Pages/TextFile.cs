using System.Text;
using System.Text.Unicode;

namespace NhanDao.Parsing.Pages;

/// <summary>A plain text or Markdown file.</summary>
internal static class TextFile
{
    /// <summary>A larger text is no letter. In bytes.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-16 with a mark, or UTF-8 without control characters; where the file goes on, its head may end inside a character.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return true;
        foreach (var b in head)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A))
                return false;
        for (var cut = 0; cut <= (head.Length < FileSignature.HeadLength ? 0 : 3); cut++)
            if (Utf8.IsValid(head[..^cut]))
                return head.Length > 0;
        return false;
    }

    /// <summary>The text, by its byte order mark or as UTF-8.</summary>
    /// <exception cref="UnreadableDocumentException">The bytes are not UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        try
        {
            return StrictUtf8.GetString(bytes).TrimEnd('\u001A');
        }
        catch (DecoderFallbackException e)
        {
            throw new UnreadableDocumentException(UnreadableReason.UnknownFormat,
                "The text is not in UTF-8. Save it as UTF-8 and give it again.", e);
        }
    }
}
