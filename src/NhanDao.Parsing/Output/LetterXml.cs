using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Output;

/// <summary>The metadata of a letter in the forms that Vietnamese systems exchange and archive. docs/exports.md says what each has no place for.</summary>
internal static class LetterXml
{
    private static readonly XNamespace Ed = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    /// <summary>Codes of types in Thông tư 05/2025/TT-BNV, phụ lục III; all others are «32 Khác».</summary>
    private static readonly FrozenDictionary<string, string> ArchiveTypes = new[]
        {
            "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn", "chương trình", "kế hoạch", "phương án",
            "đề án", "dự án", "báo cáo", "tờ trình", "giấy ủy quyền", "phiếu gửi", "phiếu chuyển", "phiếu báo", "biên bản", "hợp đồng", "công văn",
            "công điện", "bản ghi nhớ", "bản thỏa thuận", "giấy mời", "giấy giới thiệu", "giấy nghỉ phép", "thư công", "bản đồ", "bản vẽ kỹ thuật",
        }
        .Select((name, i) => KeyValuePair.Create(Folding.Fold(name), (i + 1).ToString("00", CultureInfo.InvariantCulture)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The MessageHeader of edXML (QCVN 102:2016/BTTTT, sửa đổi 1:2022).</summary>
    public static XDocument EdXml(Letter letter)
    {
        var answered = letter.References.Where(r => r.Relation == ReferenceRelation.Answers && r.Number is not null);
        return new(new XElement(Ed + "edXMLEnvelope", new XAttribute(XNamespace.Xmlns + "edXML", Ed), E("edXMLHeader", E("MessageHeader",
            E("From", Leaf("OrganId", ""), Optional("OrganizationInCharge", letter.Issuer.Value?.Parent), Leaf("OrganName", letter.Issuer.Value?.Name, 200)),
            letter.Addressees.Select(a => a.Value).OfType<string>().Select(name => E("To", Leaf("OrganId", ""), Leaf("OrganName", name, 200))),
            E("Code", Leaf("CodeNumber", letter.Number.Value?.Ordinal, 11), Leaf("CodeNotation", letter.Number.Value?.Symbol, 30)),
            E("PromulgationInfo", Leaf("Place", letter.Place.Value, 50), Leaf("PromulgationDate", Day(letter.Date.Value, "yyyy/MM/dd"))),
            E("DocumentType", Leaf("Type", "2"), Leaf("TypeName", Capital(letter.DocumentType.Value), 100)),
            Leaf("Subject", letter.Subject.Value, 500),
            Leaf("Content", letter.Subject.Value, 500),
            letter.Signers.Take(1).Select(s => E("SignerInfo", Leaf("Competence", s.Authority.Value, 100), Leaf("Position", s.Position.Value, 100), Leaf("FullName", s.Name.Value, 50))),
            Optional("DueDate", Due(letter)?.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)),
            E("ToPlaces", letter.Recipients.Select(r => r.Value).OfType<string>().Select(place => Leaf("Place", place, 150))),
            E("OtherInfo", Leaf("Priority", Urgency(letter)), Optional("SphereOfPromulgation", letter.Marks.Circulation.Value, 100),
                Optional("PageAmount", Pages(letter))),
            answered.Select(r => E("ResponseFor", Leaf("OrganId", ""), Leaf("Code", r.Number), Leaf("PromulgationDate", Day(r.Date.Value, "yyyy/MM/dd")))),
            Leaf("DocumentId", string.Join(',', "", Day(letter.Date.Value, "yyyy/MM/dd"), LetterRows.Number(letter) ?? ""))))));

        static XElement E(string name, params object?[] content) => new(Ed + name, content);
        static XElement Leaf(string name, string? value, int most = int.MaxValue) => new(Ed + name, Text(value, most));
        static XElement? Optional(string name, string? value, int most = int.MaxValue) => string.IsNullOrEmpty(value) ? null : Leaf(name, value, most);
    }

    /// <summary>The input data of an outgoing letter (Nghị định 30/2020/NĐ-CP, phụ lục VI, phần II). The decree names fields and no XML: the elements bear its names.</summary>
    public static XDocument Decree30(Letter letter) => new(new XElement("Document", new XAttribute("standard", "30/2020/NĐ-CP, phụ lục VI"), new XAttribute("object", "văn bản đi"),
        new XElement("FileCode", Leaf("OrganId", ""), Leaf("FileCatalog", letter.Date.Value?.Year.ToString(CultureInfo.InvariantCulture), 4), Leaf("FileNotation", "")),
        Leaf("DocOrdinal", ""),
        Leaf("TypeName", Capital(letter.DocumentType.Value), 100),
        Leaf("CodeNumber", letter.Number.Value?.Ordinal, 11),
        Leaf("CodeNotation", letter.Number.Value?.Symbol, 30),
        Leaf("IssuedDate", Day(letter.Date.Value, "dd/MM/yyyy")),
        Leaf("OrganName", letter.Issuer.Value?.Name, 200),
        Leaf("Subject", letter.Subject.Value, 500),
        Leaf("Language", "Tiếng Việt"),
        Leaf("PageAmount", Pages(letter)),
        Leaf("Description", ""),
        letter.Signers.Take(1).Select(s => new XElement("SignerInfo", Leaf("Position", s.Position.Value, 100), Leaf("FullName", s.Name.Value, 50))),
        letter.Addressees.Select(a => a.Value).OfType<string>().Select(name => new XElement("To", Leaf("OrganId", ""), Leaf("OrganName", name, 200))),
        Leaf("Priority", Urgency(letter)),
        Leaf("IssuedAmount", ""),
        Leaf("DueDate", Due(letter)?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))));

    /// <summary>EAD_doc.xml of an archive package (Thông tư 05/2025/TT-BNV): its 21 elements; the archive fills the codes that no letter prints.</summary>
    public static XDocument Archive(Letter letter) => new(new XElement("simpledc",
        Leaf("docId", ""), Leaf("docCode", ""), Leaf("maintenance", ""),
        Leaf("typeName", ArchiveTypes.GetValueOrDefault(Folding.Fold(letter.DocumentType.Value ?? ""), "32")),
        Leaf("codeNumber", letter.Number.Value?.Ordinal, 11), Leaf("codeNotation", letter.Number.Value?.Symbol, 30), Leaf("issuedDate", Day(letter.Date.Value, "dd/MM/yyyy")),
        Leaf("organName", letter.Issuer.Value?.Name, 200), Leaf("subject", letter.Subject.Value, 500), Leaf("language", "01"), Leaf("numberOfPage", Pages(letter)),
        Leaf("inforSign", ""), Leaf("keyword", ""), Leaf("mode", letter.Marks.Secrecy.Value is null ? "01" : "03"),
        Leaf("confidenceLevel", letter.Pages.Any(p => p.Method == ReadingMethod.Ocr) ? "02" : "01"), Leaf("autograph", ""), Leaf("format", ""),
        Leaf("riskRecovery", ""), Leaf("riskRecoveryStatus", ""), Leaf("process", ""),
        // The circular has no element for signer, addressees and place: they stand in its remarks.
        Leaf("description", string.Join(". ", new[]
        {
            Said("Người ký", letter.Signers.Select(s => s.Name.Value)), Said("Kính gửi", letter.Addressees.Select(a => a.Value)), Said("Nơi ban hành", [letter.Place.Value]),
        }.OfType<string>()), 500)));

    private static XElement Leaf(string name, string? value, int most = int.MaxValue) => new(name, Text(value, most));

    private static string Text(string? value, int most) => XmlText.Cut(XmlText.Clean(value ?? ""), most);

    private static string? Said(string name, IEnumerable<string?> values) => string.Join("; ", values.OfType<string>()) is { Length: > 0 } said ? $"{name}: {said}" : null;

    private static string Day(PartialDate? date, string form) => date?.ToDate()?.ToString(form, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The first day by which something in the letter is due.</summary>
    private static DateOnly? Due(Letter letter) => LetterDuty.In(letter).Select(d => d.Directive.Deadline?.Date).Where(d => d is not null).Min();

    /// <summary>0 ordinary, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc.</summary>
    private static string Urgency(Letter letter) => Folding.Fold(letter.Marks.Urgency.Value ?? "") switch
    {
        var mark when mark.Contains("hoa toc", StringComparison.Ordinal) => "3",
        var mark when mark.Contains("thuong khan", StringComparison.Ordinal) => "2",
        var mark when mark.Contains("khan", StringComparison.Ordinal) => "1",
        _ => "0",
    };

    private static string Pages(Letter letter) => letter.Pages.IsEmpty ? "" : letter.Pages.Length.ToString(CultureInfo.InvariantCulture);

    private static string? Capital(string? type) => type is { Length: > 0 } ? char.ToUpper(type[0], CultureInfo.InvariantCulture) + type[1..] : null;
}
