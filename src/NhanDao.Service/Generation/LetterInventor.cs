using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Service.Generation;

/// <summary>Invents letters of all three regimes from a seed: every name, number and sentence is made up.</summary>
internal static class LetterInventor
{
    public static InventedLetter Invent(int seed)
    {
        var invention = new Invention(seed);
        var province = invention.OneOf(Territories.Provinces);
        var issuer = IssuerKind.Draw(invention, province);
        var date = invention.Date(2005, 2025);
        var type = invention.OneOf(issuer.Types);
        var references = new List<InventedReference>();
        var words = new Wording(invention, issuer, date, references);
        var subject = type.Form is BodyForm.Conclusion && invention.Chance(0.6) ? words.Fill("Kết luận của đồng chí {person} - {post} tại cuộc họp nghe báo cáo về {field}") : Phrases.Subject(invention);
        var body = BodyInventor.Invent(invention, words, type, subject);
        var (authority, position) = invention.OneOf(issuer.Signatures);
        var handwritten = invention.Chance(0.4);

        return new()
        {
            Regime = issuer.Regime,
            DocumentType = type.Name,
            ParentLines = issuer.ParentLines,
            IssuerLines = issuer.IssuerLines,
            Issuer = issuer.Name,
            Parent = issuer.Parent,
            Self = issuer.Self,
            Ordinal = invention.Chance(0.1) ? null : invention.Number(1, 4000).ToString("00", CultureInfo.InvariantCulture),
            Symbol = Symbol(invention, issuer, type, date),
            Place = issuer.Place,
            Date = date,
            BlankDay = invention.Chance(0.06),
            Handwritten = handwritten,
            Subject = subject,
            Addressees = type.Addressed ? [.. Enumerable.Range(0, invention.Chance(0.4) ? 1 : invention.Number(1, 9)).Select(_ => words.Body()).Distinct()] : [],
            Body = body,
            Recipients = RecipientsOf(invention, words, issuer, type),
            Authority = authority,
            Position = position,
            Signer = PersonInventor.Draw(invention),
            CoIssuers = issuer.CoIssuers,
            CoSignature = issuer.CoSignature is { } other ? new(other.Authority, other.Position, PersonInventor.Draw(invention)) : null,
            Urgency = invention.Chance(0.06) ? invention.OneOf(["HỎA TỐC", "KHẨN", "THƯỢNG KHẨN"]) : null,
            References = [.. references],
            Annex = invention.Chance(0.22) ? [.. Enumerable.Range(0, invention.Number(3, 8)).Select(_ => words.Fill(Phrases.Draw(invention, "fact")))] : [],
        };
    }

    private static string Symbol(Invention invention, IssuerKind issuer, LetterType type, DateOnly date) => issuer.Regime == Regime.Party
        ? $"{type.Code ?? "CV"}/{issuer.Symbol}"
        : type.Code is null ? $"{issuer.Symbol}-{Phrases.Draw(invention, "unit")}"
        : type.Name == "chỉ thị" && invention.Chance(0.3) ? $"{date.Year}/{type.Code}-{issuer.Symbol}"
        : $"{type.Code}-{issuer.Symbol}";

    private static ImmutableArray<string> RecipientsOf(Invention invention, Wording words, IssuerKind issuer, LetterType type)
    {
        var list = new List<string>();
        if (type.Addressed)
            list.Add("Như trên");
        else if (type.Form is BodyForm.Articles)
            list.Add("Như Điều 3");
        // Most lists are short; one in eight is longer than the signature beside it.
        for (var i = invention.Chance(0.12) ? invention.Number(6, 14) : invention.Number(0, 6); i > 0; i--)
            list.Add((invention.Chance(0.4) ? Phrases.Draw(invention, "copyfor") : words.Body()) + (invention.Chance(0.15) ? " " + Phrases.Draw(invention, "purpose") : ""));
        list.Add(issuer.Regime == Regime.Party ? "Lưu Văn phòng"
            : $"Lưu: VT, {Phrases.Draw(invention, "unit")}{(invention.Chance(0.2) ? $" ({Invention.Text(invention.Number(1, 40))}b)" : "")}");
        return [.. list.Distinct()];
    }
}
