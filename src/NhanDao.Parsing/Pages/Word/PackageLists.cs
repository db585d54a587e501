using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>The automatic lists of a .docx file.</summary>
internal sealed class PackageLists
{
    private readonly Dictionary<int, (string Counter, Dictionary<int, ListLevel> Levels)> lists = [];
    private readonly ListNumbers numbers = new();

    public PackageLists(Numbering? part)
    {
        if (part is null)
            return;
        var definitions = part.Elements<AbstractNum>().Where(d => d.AbstractNumberId is not null)
            .GroupBy(d => d.AbstractNumberId!.Value).ToDictionary(g => g.Key, g => g.First());
        foreach (var list in part.Elements<NumberingInstance>())
            if (list.NumberID?.Value is { } id && list.AbstractNumId?.Val?.Value is { } definition && definitions.TryGetValue(definition, out var levels))
                lists.TryAdd(id, Read(id, definition, levels, list));
    }

    /// <summary>The label of the next paragraph of a list; "" for none.</summary>
    public string Label(int list, int level) =>
        lists.TryGetValue(list, out var found) ? numbers.Next(found.Counter, level, found.Levels.GetValueOrDefault) : "";

    /// <summary>Lists of one definition count on together unless one starts anew.</summary>
    private static (string Counter, Dictionary<int, ListLevel> Levels) Read(int id, int definition, AbstractNum levels, NumberingInstance list)
    {
        var read = new Dictionary<int, ListLevel>();
        foreach (var level in levels.Elements<Level>())
            read[level.LevelIndex?.Value ?? 0] = Read(level);
        var startsAnew = false;
        foreach (var change in list.Elements<LevelOverride>())
        {
            var index = change.LevelIndex?.Value ?? 0;
            if (change.Level is { } level)
                read[index] = Read(level);
            if (change.StartOverrideNumberingValue?.Val?.Value is { } start)
            {
                startsAnew = true;
                if (read.TryGetValue(index, out var known))
                    read[index] = known with { Start = start };
            }
        }
        return (string.Create(CultureInfo.InvariantCulture, $"{(startsAnew ? "list" : "definition")} {(startsAnew ? id : definition)}"), read);
    }

    private static ListLevel Read(Level level) => new(
        level.StartNumberingValue?.Val?.Value ?? 1,
        level.NumberingFormat?.Val?.InnerText switch
        {
            "upperRoman" => ListNumberFormat.UpperRoman,
            "lowerRoman" => ListNumberFormat.LowerRoman,
            "upperLetter" => ListNumberFormat.UpperLetter,
            "lowerLetter" => ListNumberFormat.LowerLetter,
            "decimalZero" => ListNumberFormat.PaddedDecimal,
            "bullet" => ListNumberFormat.Bullet,
            "none" => ListNumberFormat.None,
            _ => ListNumberFormat.Decimal,
        },
        Template(level.LevelText?.Val?.Value ?? ""));

    /// <summary>«%1.%2.» with the numbers' places as U+0000, U+0001.</summary>
    private static string Template(string text)
    {
        for (var i = 1; i <= 9; i++)
            text = text.Replace($"%{(char)('0' + i)}", ((char)(i - 1)).ToString(), StringComparison.Ordinal);
        return text;
    }
}
