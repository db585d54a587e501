using System.Text;

namespace NhanDao.Parsing.Text.Legacy;

/// <summary>
/// Combining marks in the order that NFC composes: «ê» typed as e, acute, circumflex stays apart in NFC, because both marks
/// are of one class; the mark of the letter (mũ, trăng, móc) goes before the tone.
/// </summary>
internal static class ToneOrder
{
    /// <summary><paramref name="word"/> in NFC with its marks in order; the same string when it has no combining mark.</summary>
    public static string Mend(string word)
    {
        if (!word.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
            return word;
        var marks = word.Normalize(NormalizationForm.FormD).ToCharArray();
        for (var i = 1; i < marks.Length; i++)
            for (var at = i; at > 0 && IsLetterMark(marks[at]) && IsTone(marks[at - 1]); at--)
                (marks[at - 1], marks[at]) = (marks[at], marks[at - 1]);
        return new string(marks).Normalize(NormalizationForm.FormC);
    }

    private static bool IsLetterMark(char c) => c is '\u0302' or '\u0306' or '\u031B';

    private static bool IsTone(char c) => c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';
}
