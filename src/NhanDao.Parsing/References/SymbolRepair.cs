using System.Collections.Immutable;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.References;

/// <summary>
/// Gives a cited symbol that OCR damaged its letters back, within the closed vocabulary of codes: «QĐĐ» is «QĐ», «HDND» is «HĐND»,
/// «T1g» is «TTg». What two codes could have become stays as read; typed text is never touched.
/// </summary>
internal static class SymbolRepair
{
    /// <summary>Codes so frequent that a part one misread letter away from exactly one of them is it.</summary>
    private static readonly ImmutableArray<string> Frequent =
    [
        "QĐ", "NĐ", "NQ", "TT", "TTr", "KH", "BC", "TB", "TTLT", "CT", "CĐ", "KL", "HD", "CV", "GM", "CTr", "TTg", "CP", "UBND", "HĐND", "VPCP", "UBTVQH", "TU", "TW",
        "BTC", "BYT", "BNV", "BTP", "BCA", "BQP", "BCT", "BXD", "BGDĐT", "BTNMT", "BNNPTNT", "BTTTT", "BKHĐT", "BKHCN", "BLĐTBXH", "BVHTTDL", "BGTVT", "BNG", "NHNN", "TTCP", "UBDT",
        "STC", "SYT", "SNV", "STP", "SCT", "SXD", "SGDĐT", "STNMT", "SNNPTNT", "STTTT", "SKHĐT", "SKHCN", "SLĐTBXH", "SVHTTDL", "SGTVT", "BQL", "TTYT", "VP",
    ];

    /// <summary>What a printed letter is read as: the first of each pair is read, the second printed.</summary>
    private static readonly ImmutableArray<(char Read, char Printed)> Misread =
        [('D', 'Đ'), ('0', 'Q'), ('O', 'Q'), ('0', 'O'), ('1', 'T'), ('I', 'T'), ('l', 'T'), ('F', 'T'), ('E', 'g'), ('5', 'S'), ('8', 'B'), ('1', 'I')];

    /// <summary>The number with its symbol mended; the same number when nothing is damaged.</summary>
    public static CitedNumber Mend(CitedNumber number)
    {
        var text = number.Text;
        var segments = number.Segments;
        var at = text.Length - segments.Sum(s => s.Length) - segments.Length;
        for (var i = 0; i < segments.Length; i++)
        {
            at++;
            var mended = Mend(segments[i]);
            if (mended != segments[i])
            {
                text = string.Concat(text.AsSpan(0, at), mended, text.AsSpan(at + segments[i].Length));
                segments = segments.SetItem(i, mended);
            }
            at += segments[i].Length;
        }
        return text == number.Text ? number : number with { Text = text, Segments = segments };
    }

    private static string Mend(string part)
    {
        if (SymbolCodes.IsKnown(part))
            return part;
        var once = Single(part);
        if (SymbolCodes.IsKnown(once))
            return once;
        string? found = null;
        foreach (var code in Frequent)
            if (IsMisread(once, code))
            {
                if (found is not null)
                    return part;
                found = code;
            }
        return found ?? (once.Length < part.Length && part[0] is not 'Đ' ? once : part);
    }

    /// <summary>«ĐĐ», «ĐÐĐ»: one stroke letter read as two or three. A body's name does begin with two («ĐĐHCTĐ»), a code has none inside.</summary>
    private static string Single(string part)
    {
        while (part.IndexOf("ĐĐ", 1, StringComparison.Ordinal) is > 0 and var at)
            part = part.Remove(at, 1);
        return part;
    }

    /// <summary>Whether <paramref name="read"/> is <paramref name="code"/> with misread letters, or with one letter too many before its last.</summary>
    private static bool IsMisread(string read, string code)
    {
        if (read.Length == code.Length + 1 && code.Length == 3 && code[^1] == read[^1] && read.StartsWith(code[..2], StringComparison.Ordinal))
            return true;
        if (read.Length != code.Length)
            return false;
        var changed = 0;
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i] == code[i])
                continue;
            if (!Misread.Contains((read[i], code[i])))
                return false;
            changed++;
        }
        return changed > 0 && (changed == 1 || changed < read.Length || read.Length <= 3);
    }
}
