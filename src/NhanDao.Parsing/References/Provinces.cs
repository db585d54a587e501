using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.References;

/// <summary>The province that a name or a letter is of: numbers start again in each.</summary>
internal static class Provinces
{
    /// <summary>Folded, longest first: a name inside another must not win.</summary>
    private static readonly ImmutableArray<string> Names = [.. Territories.Provinces.Select(p => Folding.Fold(p)).Distinct().OrderByDescending(p => p.Length)];

    /// <summary>The province named in <paramref name="text"/>, folded; null when none is.</summary>
    public static string? In(string? text)
    {
        if (text is null)
            return null;
        var folded = $" {Folding.Fold(text)} ";
        foreach (var name in Names)
            for (var at = folded.IndexOf(name, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(name, at + 1, StringComparison.Ordinal))
                if (!char.IsLetter(folded[at - 1]) && !char.IsLetter(folded[at + name.Length]))
                    return name;
        return null;
    }

    /// <summary>The province that <paramref name="letter"/> comes from, by its issuer, the body above it, its signers or its place.</summary>
    public static string? Of(Letter letter) =>
        In(letter.Issuer.Value?.Name) ?? In(letter.Issuer.Value?.Parent) ?? In(letter.Place.Value) ?? letter.Signers.Select(s => In(s.Position.Value)).FirstOrDefault(p => p is not null);
}
