using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>Whose rules the letter follows: the issuer says it, else the motto, else the grammar of the symbol.</summary>
internal static class RegimeOf
{
    private static readonly string[] MassOrganisations =
        ["mat tran", "mttq", "cong doan", "lien doan lao dong", "ldld", "doan thanh nien", "doan tncs", "tinh doan", "hoi ", "hiep hoi", "lien hiep", "lien minh", "tong hoi"];

    private static readonly string[] PartyBodies =
        ["tinh uy", "thanh uy", "huyen uy", "quan uy", "dang uy", "dang bo", "chi bo", "ban chap hanh trung uong", "trung uong dang", "ban tuyen giao", "ban dan van", "ban noi chinh", "dang doan", "ban can su dang", "uy ban kiem tra"];

    public static Regime Read(DocumentText text, ImmutableArray<LabelledLine> lines, Field<Issuer> issuer, Field<LetterNumber> number)
    {
        var name = Folding.Fold($"{issuer.Value?.Name} {issuer.Value?.Parent}");
        if (MassOrganisations.Any(m => name.StartsWith(m, StringComparison.Ordinal)) && !name.StartsWith("hoi dong", StringComparison.Ordinal))
            return Regime.MassOrganisation;
        var motto = JoinedLines.Labelled(text, lines, LineLabel.Motto).Folded;
        if (motto.Contains("dang cong san", StringComparison.Ordinal) || PartyBodies.Any(name.Contains))
            return Regime.Party;
        if (motto.Contains("doan t", StringComparison.Ordinal))
            return Regime.MassOrganisation;
        if (motto.Length > 0)
            return Regime.State;
        return number.Value?.Symbol is { } symbol ? IsParty(symbol) ? Regime.Party : Regime.State : Regime.Unknown;
    }

    /// <summary>«CV/TU», «QĐ/TW»: the type before the slash, the issuer behind it.</summary>
    private static bool IsParty(string symbol) =>
        symbol.IndexOf('/', StringComparison.Ordinal) is > 1 and < 5 && symbol[(symbol.IndexOf('/', StringComparison.Ordinal) + 1)..] is var issuer
        && (issuer.EndsWith("TU", StringComparison.Ordinal) || issuer.EndsWith("TW", StringComparison.Ordinal) || issuer.StartsWith('Đ') || issuer is "HU" or "QU" or "ThU");
}
