using System.Globalization;
using System.Xml.Linq;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Output;

/// <summary>A letter as an Akoma Ntoso 3.0 <c>doc</c>: head, directives and signature, with every citation as a link.</summary>
internal static class AkomaNtoso
{
    private static readonly XNamespace Ns = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    private static readonly XNamespace Own = "urn:nhandao:letter:1";
    private const string NoDate = "0001-01-01"; // the schema asks for a date; this one is none

    /// <param name="letter">The letter.</param>
    /// <param name="made">The day on which the XML is made.</param>
    public static XDocument Write(Letter letter, DateOnly made)
    {
        var type = Camel(letter.DocumentType.Value ?? "văn bản");
        return new(new XElement(Ns + "akomaNtoso", new XAttribute(XNamespace.Xmlns + "vn", Own),
            new XElement(Ns + "doc", new XAttribute("name", type),
                new XElement(Ns + "meta", Identification(letter, type, made), References(letter), Proprietary(letter)),
                Preface(letter),
                Body(letter),
                Conclusions(letter))));
    }

    private static XElement Identification(Letter letter, string type, DateOnly made)
    {
        var date = letter.Date.Value?.ToDate()?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? NoDate;
        var number = LetterRows.Number(letter) ?? "khong-so";
        var work = $"/akn/vn/doc/{type}/{Slug(letter.Issuer.Value?.Name ?? "khong-ro")}/{date}/{Slug(number)}";
        return new(Ns + "identification", new XAttribute("source", "#parser"),
            new XElement(Ns + "FRBRWork", Value("FRBRthis", work + "/!main"), Value("FRBRuri", work), Date(date, "issued"),
                new XElement(Ns + "FRBRauthor", new XAttribute("href", "#issuer"), new XAttribute("as", "#author")),
                Value("FRBRcountry", "vn"), Value("FRBRnumber", number), Value("FRBRprescriptive", "false"), Value("FRBRauthoritative", "false")),
            new XElement(Ns + "FRBRExpression", Value("FRBRthis", work + "/vie@/!main"), Value("FRBRuri", work + "/vie@"), Date(date, "issued"), Author("issuer"),
                new XElement(Ns + "FRBRlanguage", new XAttribute("language", "vie"))),
            new XElement(Ns + "FRBRManifestation", Value("FRBRthis", work + "/vie@/!main.xml"), Value("FRBRuri", work + "/vie@.xml"),
                Date(made.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "markup"), Author("parser"), Value("FRBRformat", "application/akn+xml")));

        static XElement Value(string name, string value) => new(Ns + name, new XAttribute("value", XmlText.Clean(value)));
        static XElement Date(string date, string name) => new(Ns + "FRBRdate", new XAttribute("date", date), new XAttribute("name", name));
        static XElement Author(string id) => new(Ns + "FRBRauthor", new XAttribute("href", "#" + id));
    }

    private static XElement References(Letter letter) => new(Ns + "references", new XAttribute("source", "#parser"),
        Top("TLCOrganization", "issuer", "organization/vn/" + Slug(letter.Issuer.Value?.Name ?? "khong-ro"), letter.Issuer.Value?.Name ?? "không rõ"),
        Top("TLCOrganization", "parser", "organization/vn/nhandao", "NhanDaoParse"),
        letter.Addressees.Select((a, i) => Top("TLCOrganization", $"to{i + 1}", "organization/vn/" + Slug(a.Value ?? ""), a.Value ?? "")),
        letter.Place.Value is { } place ? Top("TLCLocation", "place", "place/vn/" + Slug(place), place) : null,
        Top("TLCRole", "author", "role/author", "author"),
        letter.Signers.Select((s, i) => Top("TLCRole", $"role{i + 1}", "role/signer", s.Position.Value ?? s.Authority.Value ?? "")),
        letter.Signers.Select((s, i) => Top("TLCPerson", $"person{i + 1}", "person/vn/" + Slug(s.Name.Value ?? "khong-ro"), s.Name.Value ?? "")));

    private static XElement Top(string name, string id, string path, string shown) =>
        new(Ns + name, new XAttribute("eId", id), new XAttribute("href", "/akn/ontology/" + path), new XAttribute("showAs", XmlText.Clean(shown)));

    private static XElement Proprietary(Letter letter) => new(Ns + "proprietary", new XAttribute("source", "#parser"),
        new XElement(Own + "urgency", Clean(letter.Marks.Urgency.Value)), new XElement(Own + "secrecy", Clean(letter.Marks.Secrecy.Value)),
        letter.Stamps.Select(s => new XElement(Own + "stamp", Clean($"{s.Kind} {s.Number} {s.Date}"))),
        ReviewList.Of(letter).Select(field => new XElement(Own + "review", field)));

    private static XElement Preface(Letter letter) => new(Ns + "preface",
        new XElement(Ns + "container", new XAttribute("name", "issuer"), new XAttribute("eId", "container_issuer"),
            letter.Issuer.Value?.Parent is { } parent ? P(Clean(parent)) : null,
            P(new XElement(Ns + "organization", new XAttribute("refersTo", "#issuer"), Clean(letter.Issuer.Value?.Name)))),
        P("Số: ", new XElement(Ns + "docNumber", Clean(LetterRows.Number(letter)))),
        letter.Place.Value is null && letter.Date.Value is null ? null : P(
            letter.Place.Value is { } place ? new XElement(Ns + "location", new XAttribute("refersTo", "#place"), Clean(place)) : null,
            letter.Place.Value is null ? "ngày " : ", ngày ",
            letter.Date.Value?.ToDate() is { } day
                ? new XElement(Ns + "docDate", new XAttribute("date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))
                : letter.Date.Value?.ToString()),
        P(new XElement(Ns + "docType", Clean(letter.DocumentType.Value)), " ", new XElement(Ns + "docTitle", Clean(letter.Subject.Value))),
        letter.Addressees.IsEmpty ? null : new XElement(Ns + "container", new XAttribute("name", "recipients"), new XAttribute("eId", "container_recipients"),
            letter.Addressees.Select((a, i) => P(new XElement(Ns + "organization", new XAttribute("refersTo", $"#to{i + 1}"), Clean(a.Value))))));

    /// <summary>The directives; a letter that orders nothing has its citations in one paragraph.</summary>
    private static XElement Body(Letter letter)
    {
        var cited = letter.References.Where(r => !letter.Directives.Any(d => r.Mentions.Any(m => d.Span.Contains(m.Span)))).ToList();
        var body = new XElement(Ns + "mainBody", new XAttribute("eId", "body"));
        if (cited.Count > 0 || letter.Directives.IsEmpty)
            body.Add(P(cited.Count == 0 ? Clean(letter.Subject.Value) : null,
                cited.SelectMany((r, i) => new object[] { i > 0 ? "; " : "", Link(r, LetterRows.Name(r)) })));
        var at = 0;
        foreach (var directive in letter.Directives)
            body.Add(Item(letter, directive, $"item_{(++at).ToString(CultureInfo.InvariantCulture)}"));
        return body;
    }

    private static XElement Item(Letter letter, Directive directive, string id) => new(Ns + "hcontainer", new XAttribute("name", "nhiemVu"), new XAttribute("eId", id),
        directive.Label is null ? null : new XElement(Ns + "num", Clean(directive.Label)),
        directive.Children.IsEmpty
            ? new XElement(Ns + "content", P(Linked(letter, directive)))
            : new XElement(Ns + "intro", P(Linked(letter, directive))),
        directive.Children.Select((c, i) => Item(letter, c, $"{id}__item_{(i + 1).ToString(CultureInfo.InvariantCulture)}")));

    /// <summary>The words of a directive with its citations as links.</summary>
    private static IEnumerable<object> Linked(Letter letter, Directive directive)
    {
        var text = directive.Text;
        var at = 0;
        var mentions = letter.References.SelectMany(r => r.Mentions.Where(m => directive.Span.Contains(m.Span)).Select(m => (r, m))).OrderBy(x => x.m.Span.Start);
        foreach (var (reference, mention) in mentions)
        {
            var raw = string.Join(' ', mention.Raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var place = text.IndexOf(raw, at, StringComparison.Ordinal);
            if (place < 0)
                continue;
            yield return Clean(text[at..place]);
            yield return Link(reference, raw);
            at = place + raw.Length;
        }
        yield return Clean(text[at..]);
    }

    private static XElement Link(Reference reference, string shown)
    {
        var date = reference.Date.Status == FieldStatus.Conflicting ? null : reference.Date.Value?.ToString();
        var path = string.Join('/', new[] { Camel(reference.Type), reference.Issuer is { } issuer ? Slug(issuer) : null, date, Slug(reference.Number ?? reference.Title ?? "") }.Where(p => p is not null));
        return new(Ns + "ref", new XAttribute("href", "/akn/vn/doc/" + path), Clean(shown));
    }

    private static XElement? Conclusions(Letter letter) => letter.Recipients.IsEmpty && letter.Signers.IsEmpty ? null : new(Ns + "conclusions",
        letter.Recipients.IsEmpty ? null : new XElement(Ns + "container", new XAttribute("name", "distribution"), new XAttribute("eId", "container_distribution"),
            letter.Recipients.Select(r => P(Clean(r.Value)))),
        letter.Signers.Select((s, i) => new XElement(Ns + "container", new XAttribute("name", "signature"), new XAttribute("eId", $"container_signature_{i + 1}"),
            s.Authority.Value is { } authority ? P(Clean(authority)) : null,
            P(new XElement(Ns + "signature", new XAttribute("refersTo", $"#person{i + 1}"),
                new XElement(Ns + "role", new XAttribute("refersTo", $"#role{i + 1}"), Clean(s.Position.Value)), " ",
                new XElement(Ns + "person", new XAttribute("refersTo", $"#person{i + 1}"), Clean(s.Name.Value)))))));

    private static XElement P(params object?[] content) => new(Ns + "p", content);

    private static string Clean(string? text) => XmlText.Clean(text ?? "");

    /// <summary>«công văn» is congVan.</summary>
    private static string Camel(string words)
    {
        var parts = Folding.Fold(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(p => string.Concat(p.Where(char.IsAsciiLetterOrDigit))).Where(p => p.Length > 0);
        return string.Concat(parts.Select((p, i) => i == 0 ? p : char.ToUpperInvariant(p[0]) + p[1..])) is { Length: > 0 } name ? name : "vanBan";
    }

    /// <summary>Letters, digits and hyphens only, as a part of an address; no part is empty.</summary>
    private static string Slug(string text)
    {
        var kept = string.Concat(Folding.Fold(text).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var slug = string.Join('-', kept.Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length > 0 ? slug : "khong-ro";
    }
}
