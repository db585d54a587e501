using System.Text;

namespace NhanDao.Parsing.Text;

/// <summary>Keys to compare Vietnamese by when OCR or a typist lost the tone marks: «Kính gửi» and «Kinh gùi» are «kinh gui».</summary>
internal static class Folding
{
    private const int TableLength = 0x2100;
    private static readonly char[] Table = MakeTable();

    /// <summary>One letter, lower-case and without marks; <c>đ</c> is <c>d</c>; curly quotes and dashes are straight. Length never changes.</summary>
    public static char Fold(char c) => c < TableLength ? Table[c] : char.ToLowerInvariant(c);

    /// <summary>Every letter of <paramref name="text"/> folded; same length, so offsets stay.</summary>
    public static string Fold(ReadOnlySpan<char> text) =>
        string.Create(text.Length, text, static (folded, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                folded[i] = Fold(source[i]);
        });

    private static char[] MakeTable()
    {
        (char Folded, string Printed)[] alike = [('d', "đĐÐð"), ('-', "–—‐‑−"), ('"', "“”„"), ('\'', "‘’"), (' ', "\u00A0")];
        var special = alike.SelectMany(a => a.Printed, (a, c) => (c, a.Folded)).ToDictionary();
        var table = new char[TableLength];
        for (var c = '\0'; c < TableLength; c++)
            table[c] = special.TryGetValue(c, out var folded) ? folded
                : char.IsLetter(c) ? char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0])
                : c;
        return table;
    }
}
