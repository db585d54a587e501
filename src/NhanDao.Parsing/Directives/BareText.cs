namespace NhanDao.Parsing.Directives;

/// <summary>
/// Vietnamese without marks, one character for one: «Sở Nội vụ» is «so noi vu». Rules match on it, because OCR loses
/// and swaps marks far more often than letters; offsets are those of the marked text.
/// </summary>
internal static class BareText
{
    private const char LastFolded = '\u1EF9'; // ỹ, the last Vietnamese letter

    private static readonly char[] Folded = FoldAll();

    public static string Of(string text) => string.Create(text.Length, text, static (bare, marked) =>
    {
        for (var i = 0; i < bare.Length; i++)
            bare[i] = Of(marked[i]);
    });

    public static char Of(char c) => c switch
    {
        < '\u0080' => char.ToLowerInvariant(c),
        <= LastFolded => Folded[c],
        '\u2013' or '\u2014' or '\u2010' or '\u2011' or '\u2212' => '-',
        '\u201C' or '\u201D' => '"',
        '\u2018' or '\u2019' => '\'',
        _ => c,
    };

    private static char[] FoldAll()
    {
        var folded = new char[LastFolded + 1];
        for (var c = '\0'; c <= LastFolded; c++)
            folded[c] = c switch
            {
                'đ' or 'Đ' or 'ð' or 'Ð' => 'd',
                '\u00A0' => ' ',
                _ when char.IsLetter(c) => char.ToLowerInvariant(c.ToString().Normalize(System.Text.NormalizationForm.FormD)[0]),
                _ => c,
            };
        return folded;
    }
}
