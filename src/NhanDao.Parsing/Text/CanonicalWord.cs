using System.Globalization;
using System.Text;

namespace NhanDao.Parsing.Text;

/// <summary>
/// The characters of one word as the canonical text holds them. Done per word and before any offset exists,
/// so nothing later may change a character.
/// </summary>
internal static class CanonicalWord
{
    /// <summary>NFC, «Ð» (eth) as «Đ», «⁄» as «/», the digits of other scripts as ours («６», which a pattern's \d matches and no number is read from), odd spaces as a space, invisible and control characters dropped.</summary>
    public static string Of(string word)
    {
        if (IsPlain(word))
            return word.IsNormalized() ? word : word.Normalize();
        var kept = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsHighSurrogate(c) && i + 1 < word.Length && char.IsLowSurrogate(word[i + 1]))
                kept.Append(c).Append(word[++i]);
            else if (Replace(c) is var replaced and not '\0')
                kept.Append(replaced);
        }
        return kept.ToString().Trim().Normalize();
    }

    private static bool IsPlain(string word)
    {
        foreach (var c in word)
            if (IsForeignDigit(c) || c is < ' ' or '\u007F' or '\u00D0' or '\u00F0' or '\u00AD' or '\u00A0' or '\uFEFF' or '\uFFFD' or '\u2044'
                || (c >= '\u2000' && (char.IsSurrogate(c) || char.IsWhiteSpace(c) || c is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202F') or (>= '\uE000' and <= '\uF8FF'))))
                return false;
        return true;
    }

    private static bool IsForeignDigit(char c) => c > '\u00FF' && char.IsDigit(c);

    /// <summary>The character to keep; NUL for one that is dropped.</summary>
    private static char Replace(char c) => c switch
    {
        '\u00D0' => 'Đ',
        '\u00F0' => 'đ',
        '\u2044' => '/', // fraction slash, as OCR reads the stroke of a symbol
        '\u00AD' or '\uFEFF' => '\0', // soft hyphen, byte order mark
        '\t' or '\n' or '\r' => ' ',
        < ' ' or '\u007F' => '\0',
        >= '\u200B' and <= '\u200F' => '\0', // zero width, direction marks
        >= '\u2028' and <= '\u202E' => '\0',
        '\uF02D' or '\uF0BE' => '-', // Symbol font: Word's dash bullets
        '\uF02B' => '+',
        >= '\uF0A0' and <= '\uF0FF' => '•', // Symbol and Wingdings bullets
        >= '\uE000' and <= '\uF8FF' => '\0', // other private use: no meaning outside its font
        _ when IsForeignDigit(c) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
        _ when char.IsSurrogate(c) => '\uFFFD',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => c,
    };
}
