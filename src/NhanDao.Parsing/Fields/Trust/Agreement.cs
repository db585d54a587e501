using System.Globalization;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields.Trust;

/// <summary>
/// What the rest of the letter, the vocabularies and the calendar say of a value: one for each that bears it out, minus one for
/// each that speaks against it.
/// </summary>
internal sealed class Agreement(Letter letter)
{
    /// <summary>A letter is signed on its day or a few days later.</summary>
    private const int SignedWithin = 4;

    private const string FromSymbol = "documentType.symbol";

    /// <summary>Since when the 34 provinces are (Nghị quyết 202/2025/QH15).</summary>
    private static readonly DateOnly Reorganised = new(2025, 7, 1);

    private readonly HashSet<string> bodies = [.. letter.Addressees.Concat(letter.Recipients).Select(f => WordList.Key(f.Value ?? ""))];

    private readonly string[] codes = letter.Number.Value?.Symbol?.Split(['/', '-', '.'], StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Type and symbol: «QĐ» is a quyết định; a symbol without a code of a type is a công văn's.</summary>
    public double OfType()
    {
        if (letter.DocumentType is not { Value: { } type, Source: not FromSymbol } || codes.Length == 0)
            return 0; // what was taken from the symbol is not borne out by it
        var coded = codes.Select(DocumentTypes.OfCode).FirstOrDefault(t => t is not null);
        return coded is null ? type == "công văn" ? 1 : -1 : coded == type ? 1 : codes.Any(DocumentTypes.IsShared) ? 0 : -1;
    }

    public double OfNumber() => OfType();

    /// <summary>Issuer, symbol, place and the signer's post: «UBND» is a committee's, a chairman signs for one, it sits in its province.</summary>
    public double OfIssuer()
    {
        if (letter.Issuer.Value is not { } issuer)
            return 0;
        var names = Folding.Fold($"{issuer.Parent} {issuer.Name}");
        var said = 0.0;
        if (codes.Contains("UBND", StringComparer.Ordinal))
            said += names.Contains("uy ban nhan dan", StringComparison.Ordinal) || names.Contains("ubnd", StringComparison.Ordinal) ? 1 : -2;
        else if (codes.Select(CentralBodies.ByCode).FirstOrDefault(n => n is not null) is { } central)
            said += names.Contains(Folding.Fold(central), StringComparison.Ordinal) ? 1 : 0;
        if (letter.Place.Value is { } place && names.Contains(Folding.Fold(place), StringComparison.Ordinal))
            said++;
        var (_, known) = BodySpelling.Mend(issuer.Name.ToUpperInvariant());
        return said + (known ? 1 : 0);
    }

    /// <summary>Whether there is, or at the letter's date was, such a province or district.</summary>
    public double OfPlace()
    {
        if (letter.Place.Value is not { } place)
            return 0;
        if (Territories.ProvinceSpelling.Exactly(place) is null)
            return Territories.Spelling.Exactly(place) is null ? 0 : 1;
        return letter.Date.Value is { Year: var year, Month: var month } && new DateOnly(year, month ?? 12, 1) >= Reorganised && !Territories.IsProvinceSince2025(place) ? -1 : 1;
    }

    /// <summary>Signed at the letter's date, and not before what it cites.</summary>
    public double OfDate()
    {
        if (letter.Date.Value?.ToDate() is not { } date)
            return 0;
        var times = letter.DigitalSignatures.Where(s => s.Time is not null)
            .Select(s => DateOnly.FromDateTime(s.Time!.Value.DateTime).DayNumber - date.DayNumber).ToList();
        var said = times.Exists(d => d is >= 0 and <= SignedWithin) ? 1.0 : times.Exists(d => d < 0) ? -1 : 0;
        var cited = letter.References.Select(r => r.Date.Value?.ToDate()).Where(d => d is not null).Max();
        return said + (cited is null ? 0 : cited <= date ? 0.5 : -1);
    }

    /// <summary>A body that the letter is written or copied to.</summary>
    public double OfBody(string? name) =>
        name is null ? 0 : (BodySpelling.Mend(name.ToUpperInvariant()).Sure ? 1 : 0) + (bodies.Contains(WordList.Key(name)) ? 0.5 : 0);

    /// <summary>
    /// An item of a list: every word is a syllable or an abbreviation, and it is a body that the vocabulary knows or «Như trên». In the
    /// file copy stands the typist's name, which is no word.
    /// </summary>
    public static double OfItem(string? item)
    {
        if (item is null)
            return 0;
        var words = item.Split([' ', '-', '/', '.', ',', ':', ';', '(', ')', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries);
        if (!IsFileCopy(item) && words.Any(w => w.Skip(1).Any(char.IsLower) && !VietnameseSyllable.IsValid(w)))
            return -1;
        return 1 + (BodySpelling.Mend(item.ToUpperInvariant()).Sure || Folding.Fold(item).StartsWith("nhu ", StringComparison.Ordinal) ? 1 : 0);
    }

    /// <summary>«Lưu: VT, …», the last item of the recipients.</summary>
    public static bool IsFileCopy(string? item) => item is not null && Folding.Fold(item).StartsWith("luu", StringComparison.Ordinal);

    /// <summary>Who signs «KT. CHỦ TỊCH» is a deputy.</summary>
    public static double OfPosition(Signer signer)
    {
        if (signer.Position.Value is not { } post)
            return 0;
        var known = Posts.Spelling.Exactly(post) is null ? 0 : 1;
        return signer.Authority.Value is { } authority && authority.Contains("KT.", StringComparison.Ordinal)
            ? known + (Folding.Fold(post).StartsWith("pho", StringComparison.Ordinal) || Folding.Fold(post).StartsWith("thu truong", StringComparison.Ordinal) ? 1 : -1)
            : known;
    }

    public static double OfAuthority(Signer signer) => signer.Position.Value is null ? 0 : OfPosition(signer);

    /// <summary>A name that the digital signature states, too.</summary>
    public double OfName(string? name)
    {
        if (name is null)
            return 0;
        var key = WordList.Key(name);
        return (PersonNames.IsName(name) ? 1 : 0) + (letter.DigitalSignatures.Any(s => s.Signer is { } signer && WordList.Key(signer).Contains(key, StringComparison.Ordinal)) ? 1 : 0);
    }

    /// <summary>A deadline is not before its letter.</summary>
    public double OfDeadline(Deadline deadline) =>
        deadline.Date is { } day && letter.Date.Value?.ToDate() is { } date ? day >= date ? 1 : -1 : 0;

    /// <summary>An instrument cited more than once, with its date, by a number whose codes are known and are those of its type.</summary>
    public static double OfReference(Reference reference)
    {
        var said = Math.Min(2, reference.Mentions.Length - 1) + (reference.Date.Value?.Day is null ? 0.0 : 1);
        if (reference.Number?.Split(['/', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries).Where(p => !char.IsDigit(p[0])).ToList() is not { Count: > 0 } parts)
            return said;
        var coded = parts.Select(DocumentTypes.OfCode).FirstOrDefault(t => t is not null);
        return said + (parts.TrueForAll(SymbolCodes.IsKnown) ? 1 : 0) + (coded is not null && coded == Folded(reference.Type) ? 1 : 0);

        static string Folded(string type) => type.ToLowerInvariant();
    }

    /// <summary>The year stands in the number, too; dated so more than once; not later than the letter.</summary>
    public double OfReferenceDate(Reference reference)
    {
        if (reference.Date.Value is not { } date)
            return 0;
        var year = date.Year.ToString(CultureInfo.InvariantCulture);
        var said = reference.Number?.Contains(year, StringComparison.Ordinal) == true ? 1.0 : 0;
        if (date.ToDate() is { } day && letter.Date.Value?.ToDate() is { } written && day > written)
            said--;
        return said + Math.Min(1, reference.Mentions.Length - 1);
    }
}
