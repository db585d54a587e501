using System.Buffers;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>
/// An RTF file that was cut off lacks its closing braces, and then LibreOffice refuses what is there. They are put back:
/// a letter without its end is better than none, and the end shows that it is missing.
/// </summary>
internal static class RichTextRepair
{
    private const int Deepest = 10_000;

    private static readonly SearchValues<byte> EndsOfWord = SearchValues.Create(" \r\n;{}"u8);

    /// <summary>The file whole; the same array when no brace is missing.</summary>
    public static byte[] Close(byte[] rtf, out bool wasCut)
    {
        int depth = 0, end = 0;
        for (var i = 0; i < rtf.Length; i++)
            switch (rtf[i])
            {
                case (byte)'\\':
                    end = i; // a control word or symbol; dropped if nothing but letters follows
                    i++;
                    break;
                case (byte)'{':
                    depth++;
                    break;
                case (byte)'}' when depth > 0:
                    depth--;
                    break;
            }
        wasCut = depth > 0;
        if (!wasCut)
            return rtf;
        var half = rtf.AsSpan(end).IndexOfAny(EndsOfWord) < 0; // the last control word may itself be cut
        return [.. rtf.AsSpan(0, half ? end : rtf.Length), .. Enumerable.Repeat((byte)'}', Math.Min(depth, Deepest))];
    }
}
