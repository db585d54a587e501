using System.Text;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>Ký hiệu: the letters behind the number, spaces removed, lost strokes mended part by part («QD-UBND» is «QĐ-UBND»).</summary>
internal static class NumberSymbol
{
    /// <summary>The symbol and how sure it is, 0–1.</summary>
    public static (string Symbol, double Surety) Read(DocumentText text, string raw, TextSpan span, bool ocr)
    {
        var symbol = new StringBuilder(raw.Length);
        var known = true;
        var part = new StringBuilder();
        foreach (var c in raw)
            if (char.IsLetterOrDigit(c) || c == '&')
                part.Append(c);
            else
            {
                known &= Flush(part, symbol, ocr);
                if (!char.IsWhiteSpace(c))
                    symbol.Append(c is '–' or '—' ? '-' : c);
            }
        known &= Flush(part, symbol, ocr);
        var surety = ocr ? Surety.Of(text, span) : 0.98;
        return (symbol.ToString(), known ? Math.Max(surety, ocr ? 0.9 : 0.98) : surety);
    }

    private static bool Flush(StringBuilder part, StringBuilder symbol, bool ocr)
    {
        if (part.Length == 0)
            return true;
        var text = part.ToString();
        part.Clear();
        var mended = ocr || text.Contains('Ð', StringComparison.Ordinal) ? SymbolCodes.Mend(text) : text;
        symbol.Append(mended);
        return SymbolCodes.IsKnown(mended) || mended.All(char.IsDigit);
    }
}
