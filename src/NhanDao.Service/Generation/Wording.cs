using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Service.Generation;

/// <summary>Fills the slots of a phrase for one letter and notes what it put there.</summary>
internal sealed class Wording(Invention invention, IssuerKind issuer, DateOnly letterDate, List<InventedReference> references)
{
    private static readonly ImmutableArray<string> Bodies =
    [
        .. VocabularyTable.Open("provincial_departments").Column("name").Where(n => n.StartsWith("Sở ", StringComparison.Ordinal)),
        "Công an tỉnh", "Văn phòng UBND tỉnh", "Thanh tra tỉnh", "Hội Chữ thập đỏ tỉnh", "Ban Dân vận Tỉnh ủy", "Kho bạc Nhà nước tỉnh",
        "UBND các huyện, thành phố", "Các sở, ban, ngành", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Cục Thuế tỉnh", "Đài Phát thanh và Truyền hình tỉnh",
    ];

    private static readonly ImmutableArray<(string Type, string Form, string Issuer)> Instruments =
    [
        ("Nghị định", "{n}/{y}/NĐ-CP", "Chính phủ"), ("Quyết định", "{n}/QĐ-TTg", "Thủ tướng Chính phủ"), ("Chỉ thị", "{n}/CT-TTg", "Thủ tướng Chính phủ"),
        ("Công văn", "{n}/BNV-CCHC", "Bộ Nội vụ"), ("Thông tư", "{n}/{y}/TT-BTC", "Bộ Tài chính"), ("Kế hoạch", "{n}/KH-UBND", "UBND tỉnh"),
        ("Kết luận", "{n}-KL/TW", "Ban Bí thư"), ("Công văn", "{n}-CV/TU", "Ban Thường vụ Tỉnh ủy"), ("Chương trình hành động", "{n}-CTr/TU", "Tỉnh ủy"),
        ("Hướng dẫn", "{n}-HD/BTCTW", "Ban Tổ chức Trung ương"), ("Nghị quyết", "{n}/NQ-HĐND", "Hội đồng nhân dân tỉnh"),
    ];

    private readonly List<string> leads = [], cooperators = [];
    private string? deadline;
    private DateOnly? deadlineDate;

    public string Body() => invention.OneOf(Bodies);

    /// <summary>A paragraph that orders something, with what it orders.</summary>
    public InventedParagraph Order(string phrase, string? label, int level)
    {
        leads.Clear();
        cooperators.Clear();
        (deadline, deadlineDate) = (null, null);
        var text = Fill(phrase);
        return new(text, label, level, new(label?.TrimEnd('.', ')', '/'), [.. leads], [.. cooperators], deadline, deadlineDate));
    }

    /// <summary>The phrase with every <c>{slot}</c> filled, its first letter a capital.</summary>
    public string Fill(string phrase)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < phrase.Length;)
        {
            var open = phrase.IndexOf('{', at);
            if (open < 0)
            {
                filled.Append(phrase, at, phrase.Length - at);
                break;
            }
            var close = phrase.IndexOf('}', open);
            filled.Append(phrase, at, open - at).Append(Slot(phrase[(open + 1)..close]));
            at = close + 1;
        }
        filled[0] = char.ToUpper(filled[0], CultureInfo.InvariantCulture);
        return filled.ToString();
    }

    private string Slot(string name)
    {
        switch (name)
        {
            case "self": return issuer.Self;
            case "field": return Phrases.Draw(invention, "field");
            case "subject": return Phrases.Subject(invention);
            case "body": return Body();
            case "lead": leads.Add(Body()); return leads[^1];
            case "coop": cooperators.Add(Body()); return cooperators[^1];
            case "others": cooperators.Add("các đơn vị liên quan"); return cooperators[^1];
            case "quarterly": deadline = "định kỳ hằng quý"; return deadline;
            case "date": return Printed(letterDate.AddDays(-invention.Number(5, 200)));
            case "ref": return Cite(full: true);
            case "refshort": return Cite(full: false);
            case "deadline": return SetDeadline();
            case "person": return PersonInventor.Draw(invention);
            case "post": return invention.OneOf((string[])["Chủ tịch UBND tỉnh", "Phó Chủ tịch Thường trực UBND tỉnh", "Bí thư Tỉnh ủy", "Giám đốc Sở"]);
            default: throw new InvalidOperationException($"phrases.tsv has the slot «{{{name}}}», which nothing fills.");
        }
    }

    private string SetDeadline()
    {
        var day = letterDate.AddDays(invention.Number(5, 120));
        var form = Phrases.Draw(invention, "deadline");
        deadlineDate = form.Contains("{date}", StringComparison.Ordinal) ? day : null;
        deadline = form.Replace("{date}", Printed(day), StringComparison.Ordinal)
            .Replace("{month}", Invention.Text(day.Month), StringComparison.Ordinal)
            .Replace("{year}", Invention.Text(day.Year), StringComparison.Ordinal)
            .Replace("{quarter}", ((string[])["I", "II", "III", "IV"])[(day.Month - 1) / 3], StringComparison.Ordinal);
        return deadline;
    }

    private string Cite(bool full)
    {
        var (type, form, by) = invention.OneOf(Instruments);
        var date = letterDate.AddDays(-invention.Number(10, 900));
        var number = form.Replace("{n}", Invention.Text(invention.Number(2, 3000)), StringComparison.Ordinal)
            .Replace("{y}", Invention.Text(date.Year), StringComparison.Ordinal);
        references.Add(new(type, number, date, by));
        var comma = issuer.Regime == Regime.Party ? "," : "";
        return $"{type} số {number}{comma} ngày {Printed(date)} của {by}" + (full ? $" về {Phrases.Draw(invention, "field")}" : "");
    }

    private static string Printed(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
