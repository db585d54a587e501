using System.Collections.Immutable;
using System.Globalization;

namespace NhanDao.Service.Generation;

/// <summary>The body of a letter: opening, what it asks, items in one of the styles offices use, closing.</summary>
internal sealed class BodyInventor
{
    /// <summary>How items are labelled.</summary>
    private enum ItemStyle { Dot, Bracket, Roman, Ordinal, Dash, None }

    private static readonly ImmutableArray<string> Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];
    private static readonly ImmutableArray<string> Ordinals = ["Thứ nhất", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Thứ tám"];
    private const string Letters = "abcdđegh";

    private readonly List<InventedParagraph> body = [];
    private readonly Invention invention;
    private readonly Wording words;
    private readonly LetterType type;

    private BodyInventor(Invention invention, Wording words, LetterType type) => (this.invention, this.words, this.type) = (invention, words, type);

    public static ImmutableArray<InventedParagraph> Invent(Invention invention, Wording words, LetterType type, string subject)
    {
        var inventor = new BodyInventor(invention, words, type);
        inventor.Write(subject);
        return [.. inventor.body];
    }

    private void Write(string subject)
    {
        if (type.Form is BodyForm.Articles)
        {
            Articles();
            return;
        }
        if (type.Form is not BodyForm.Conclusion)
            for (var i = invention.Number(1, 3); i > 0; i--)
                body.Add(new(words.Fill(Phrases.Draw(invention, "opening").Replace("{subject}", subject, StringComparison.Ordinal))));
        switch (type.Form)
        {
            case BodyForm.Facts:
                Facts();
                break;
            case BodyForm.Invitation:
                body.Add(new(words.Fill("{self} trân trọng kính mời đại biểu dự họp về {field}.")));
                body.Add(new(words.Fill("Thời gian: 08 giờ 00, ngày {date}."), "1."));
                body.Add(new("Địa điểm: Phòng họp số 2, trụ sở cơ quan.", "2."));
                break;
            case BodyForm.Plan:
                Plan();
                break;
            case BodyForm.Conclusion:
                body.Add(Say("meeting"));
                body.Add(Say("meeting"));
                Orders();
                break;
            default:
                Orders();
                break;
        }
        var closing = Phrases.Draw(invention, "closing");
        // A closing that sets a report with a date is an order of its own; «Trân trọng» is none.
        body.Add(closing.Contains("{deadline}", StringComparison.Ordinal) ? words.Order(closing, null, 0) : new(words.Fill(closing)));
    }

    private InventedParagraph Say(string kind, string? label = null, int level = 0) => new(words.Fill(Phrases.Draw(invention, kind)), label, level);

    private static InventedParagraph Heading(string text, string label) => new(text, label) { Bold = true };

    private void Facts()
    {
        var parts = invention.Chance(0.5);
        for (var part = 0; part < (parts ? invention.Number(2, 4) : 1); part++)
        {
            if (parts)
                body.Add(Heading(Phrases.Draw(invention, "heading").ToUpperInvariant(), Roman[part] + "."));
            for (var i = 1; i <= invention.Number(2, 5); i++)
                body.Add(Say("fact", $"{Invention.Text(i)}."));
        }
        if (invention.Chance(0.3))
            Table();
    }

    private void Articles()
    {
        for (var i = invention.Number(2, 6); i > 0; i--)
            body.Add(Say("grounds"));
        if (invention.Chance(0.85))
            body.Add(new(type.Name.ToUpperInvariant() + ":", null) { Centred = true, Bold = true });
        if (type.Name is "quyết định")
        {
            body.Add(new(words.Fill($"Ban hành kèm theo Quyết định này Quy chế phối hợp về {Phrases.Draw(invention, "field")}."), "Điều 1."));
            body.Add(new("Quyết định này có hiệu lực kể từ ngày ký.", "Điều 2."));
        }
        else
            for (var i = 1; i <= 2; i++)
                body.Add(Say("article", $"Điều {Invention.Text(i)}."));
        body.Add(words.Order("Thủ trưởng {lead} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.", "Điều 3.", 0));
    }

    /// <summary>I. Mục đích, yêu cầu; II. Nội dung; III. Tổ chức thực hiện, which holds the orders.</summary>
    private void Plan()
    {
        body.Add(Heading("MỤC ĐÍCH, YÊU CẦU", "I."));
        body.Add(Heading("Mục đích", "1."));
        Dashes("goal");
        body.Add(Heading("Yêu cầu", "2."));
        Dashes("goal");
        body.Add(Heading("NỘI DUNG", "II."));
        for (var i = 1; i <= invention.Number(2, 5); i++)
        {
            body.Add(Heading(Phrases.Draw(invention, "heading"), $"{Invention.Text(i)}."));
            for (var j = 0; j < invention.Number(0, 3); j++)
                body.Add(Say("goal", $"{Letters[j]})", 1));
        }
        if (invention.Chance(0.25))
            Table();
        if (type.Name is "báo cáo")
            return;
        body.Add(Heading("TỔ CHỨC THỰC HIỆN", "III."));
        for (var i = 1; i <= invention.Number(2, 6); i++)
            body.Add(words.Order(Phrases.Draw(invention, "task"), $"{Invention.Text(i)}.", 0));
    }

    private void Dashes(string kind)
    {
        for (var i = invention.Number(1, 4); i > 0; i--)
            body.Add(Say(kind, "-", 1));
    }

    private void Table()
    {
        body.Add(new("") { Bold = true, Cells = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian"] });
        for (var i = 1; i <= invention.Number(2, 7); i++)
            body.Add(new("") { Cells = [Invention.Text(i), Phrases.Draw(invention, "heading"), words.Body(), $"Quý {Roman[invention.Number(0, 4)]}"] });
    }

    private void Orders()
    {
        var style = (ItemStyle)invention.Number(0, 6);
        if (style == ItemStyle.None)
        {
            body.Add(words.Order(Phrases.Draw(invention, "askalone"), null, 0));
            return;
        }
        body.Add(Say("ask"));
        var count = invention.Number(2, 8);
        for (var i = 0; i < count; i++)
        {
            var order = words.Order(Phrases.Draw(invention, "task"), Label(style, i), 0);
            var at = body.Count;
            body.Add(order);
            if (invention.Chance(0.2))
                body.Add(Say("continuation"));
            if (style is ItemStyle.Dot or ItemStyle.Bracket && invention.Chance(0.2))
                for (var j = 0; j < invention.Number(2, 4); j++)
                {
                    var part = words.Order(Phrases.Draw(invention, "subtask"), $"{Letters[j]})", 1);
                    body.Add(part with { Task = null });
                    // A head has the deadline of its parts.
                    if (order.Task!.Deadline is null && part.Task!.Deadline is not null)
                        body[at] = order = order with { Task = order.Task with { Deadline = part.Task.Deadline, Date = part.Task.Date } };
                }
        }
    }

    private static string Label(ItemStyle style, int index) => style switch
    {
        ItemStyle.Dot => $"{(index + 1).ToString(CultureInfo.InvariantCulture)}.",
        ItemStyle.Bracket => $"{(index + 1).ToString(CultureInfo.InvariantCulture)})",
        ItemStyle.Roman => $"{Roman[index]}.",
        ItemStyle.Ordinal => $"{Ordinals[index]},",
        _ => "-",
    };
}
