using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>The issuer of a letter whose header is lost: the symbol says what body, the place where it sits, the signature confirms.</summary>
internal static class InferredIssuer
{
    /// <summary>What the rest of the letter says of its issuer.</summary>
    public sealed record Evidence(Field<LetterNumber> Number, Field<string> Place, ImmutableArray<Signer> Signers);

    /// <summary>Bodies that the issuing part of a symbol stands for; {0} is «tỉnh Lâm Đồng», {1} «Lâm Đồng».</summary>
    private static readonly (string Code, string Name, string Authority)[] Local =
    [
        ("UBND", "Ủy ban nhân dân {0}", "chu tich"),
        ("UB", "Ủy ban nhân dân {0}", "chu tich"),
        ("HĐND", "Hội đồng nhân dân {0}", "chu tich"),
        ("TU", "{2} {1}", "ban thuong vu"),
    ];

    public static Field<Issuer>? From(Evidence evidence)
    {
        if (evidence.Number.Value?.Symbol is not { } symbol)
            return null;
        var parts = symbol.Split(['/', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (Central(parts) is { } central)
            return Derived(central, evidence, 0.75);
        if (Province(evidence.Place) is not { } province)
            return null;
        foreach (var (code, name, authority) in Local)
            if (parts.Contains(code, StringComparer.Ordinal))
                return Derived(Named(name, province), evidence, Confirms(evidence.Signers, authority) ? 0.85 : 0.7);
        return null;
    }

    private static Field<Issuer> Derived(string name, Evidence evidence, double confidence) => new()
    {
        Status = FieldStatus.Inferred,
        Value = new(name),
        Confidence = confidence,
        OcrConfidence = evidence.Number.OcrConfidence,
        Source = "issuer.symbol",
        Raw = evidence.Number.Raw,
        Span = evidence.Number.Span,
        Boxes = evidence.Number.Boxes,
    };

    private static string Named(string pattern, string province)
    {
        var city = Territories.IsCity(province);
        return pattern.Replace("{0}", (city ? "thành phố " : "tỉnh ") + province, StringComparison.Ordinal)
            .Replace("{1}", province, StringComparison.Ordinal)
            .Replace("{2}", city ? "Thành ủy" : "Tỉnh ủy", StringComparison.Ordinal);
    }

    private static string? Central(string[] parts)
    {
        foreach (var part in parts)
            if (CentralBodies.ByCode(part) is { } name)
                return name;
        return null;
    }

    private static string? Province(Field<string> place) =>
        place.Value is { } name ? Territories.ProvinceSpelling.Exactly(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]) : null;

    private static bool Confirms(ImmutableArray<Signer> signers, string authority) =>
        signers.Any(s => Folding.Fold($"{s.Authority.Value} {s.Position.Value}").Contains(authority, StringComparison.Ordinal));
}
