using System.Collections.Immutable;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Directives;

/// <summary>
/// Finds what a letter quotes from another document, from the quotation mark that opens a paragraph to the one that ends it: «"Điều 4. Đối
/// tượng không chịu thuế … 20. Hàng hóa chuyển khẩu …"». Its articles and numbers are not the letter's, and what it orders the letter does not.
/// </summary>
internal static class Quotations
{
    /// <summary>A mark that is not closed within so many paragraphs is a slip, or its end was not read.</summary>
    private const int LongestQuotation = 40;

    public static ImmutableArray<Passage> Unlabel(DocumentText text, ImmutableArray<Passage> passages)
    {
        var found = passages.ToBuilder();
        for (var i = 0; i < found.Count; i++)
        {
            var end = End(text, passages, i);
            for (; i < end; i++)
                found[i] = new(text, passages[i].Lines, label: null, labelLength: 0) { Names = passages[i].Names, IsQuoted = true };
        }
        return found.ToImmutable();
    }

    /// <summary>The index behind the last paragraph of the quotation that begins at <paramref name="at"/>; <paramref name="at"/> itself when none does.</summary>
    private static int End(DocumentText text, ImmutableArray<Passage> passages, int at)
    {
        if (text.LineText(passages[at].Lines[0]).TrimStart() is not ['"' or '“', ..])
            return at;
        for (var i = at; i < passages.Length && i < at + LongestQuotation; i++)
        {
            if (passages[i].Bare.TrimEnd(' ', '.', ';', ',', '/') is [.., '"'] && passages[i].Words.Length > (i == at ? 2 : 0))
                return i + 1;
            if (i == at && passages[i].Bare.AsSpan(1).Contains('"'))
                return at; // «"Ngày hội" được tổ chức …»: only its first words are quoted
        }
        return at;
    }
}
