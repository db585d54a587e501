using System.Collections.Immutable;
using System.Globalization;

namespace NhanDao.Service.Generation;

/// <summary>The body of a letter: opening, what it asks, items in one of the styles offices use, closing.</summary>
internal static class BodyInventor
{
    /// <summary>How items are labelled.</summary>
    private enum ItemStyle { Dot, Bracket, Roman, Ordinal, Dash, None }

    private static readonly ImmutableArray<string> Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];
    private static readonly ImmutableArray<string> Ordinals = ["Thứ nhất", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Thứ tám"];
    private const string Letters = "abcdđegh";

    public static ImmutableArray<InventedParagraph> Invent(Invention invention, Wording words, LetterType type, string subject)
    {
        var body = new List<InventedParagraph>();
        for (var i = invention.Number(1, 3); i > 0; i--)
            body.Add(new(words.Fill(Phrases.Draw(invention, "opening").Replace("{subject}", subject, StringComparison.Ordinal))));
        switch (type.Name)
        {
            case "báo cáo" or "tờ trình":
                for (var i = 1; i <= invention.Number(2, 5); i++)
                    body.Add(new(words.Fill(Phrases.Draw(invention, "fact")), $"{Invention.Text(i)}."));
                break;
            case "giấy mời":
                body.Add(new(words.Fill("{self} trân trọng kính mời đại biểu dự họp về {field}.")));
                body.Add(new(words.Fill("Thời gian: 08 giờ 00, ngày {date}."), "1."));
                body.Add(new("Địa điểm: Phòng họp số 2, trụ sở cơ quan.", "2."));
                break;
            case "quyết định":
                Articles(body, invention, words);
                return [.. body];
            default:
                Orders(body, invention, words);
                break;
        }
        var closing = Phrases.Draw(invention, "closing");
        // A closing that sets a report with a date is an order of its own; «Trân trọng» is none.
        body.Add(closing.Contains("{deadline}", StringComparison.Ordinal) ? words.Order(closing, null, 0) : new(words.Fill(closing)));
        return [.. body];
    }

    private static void Articles(List<InventedParagraph> body, Invention invention, Wording words)
    {
        body.Add(new(words.Fill($"Ban hành kèm theo Quyết định này Quy chế phối hợp về {Phrases.Draw(invention, "field")}."), "Điều 1."));
        body.Add(new("Quyết định này có hiệu lực kể từ ngày ký.", "Điều 2."));
        body.Add(words.Order("Thủ trưởng {lead} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.", "Điều 3.", 0));
    }

    private static void Orders(List<InventedParagraph> body, Invention invention, Wording words)
    {
        var style = (ItemStyle)invention.Number(0, 6);
        if (style == ItemStyle.None)
        {
            body.Add(words.Order(Phrases.Draw(invention, "askalone"), null, 0));
            return;
        }
        body.Add(new(words.Fill(Phrases.Draw(invention, "ask"))));
        var count = invention.Number(2, 8);
        for (var i = 0; i < count; i++)
        {
            var order = words.Order(Phrases.Draw(invention, "task"), Label(style, i), 0);
            var at = body.Count;
            body.Add(order);
            if (invention.Chance(0.2))
                body.Add(new(words.Fill(Phrases.Draw(invention, "continuation"))));
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
