using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>The styles of a .docx file, as far as they change what the text says or where it stands.</summary>
internal sealed class PackageStyles
{
    private const int DeepestStyle = 32;

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private readonly RunPropertiesBaseStyle? byDefault;
    private readonly string? normal;

    public PackageStyles(Styles? part)
    {
        if (part is null)
            return;
        byDefault = part.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
        foreach (var style in part.Elements<Style>())
            if (style.StyleId?.Value is { } id)
            {
                styles.TryAdd(id, style);
                if (style.Type?.Value == StyleValues.Paragraph && style.Default?.Value == true)
                    normal ??= id;
            }
    }

    /// <summary>How a run looks: its own properties, its character style, its paragraph's style.</summary>
    public (string Font, bool Capitals, bool Hidden) Run(RunProperties? own, string? paragraphStyle)
    {
        var sources = new List<OpenXmlElement?> { own };
        sources.AddRange(Chain(own?.RunStyle?.Val?.Value).Select(style => style.StyleRunProperties));
        sources.AddRange(Chain(paragraphStyle ?? normal).Select(style => style.StyleRunProperties));
        sources.Add(byDefault);
        return (
            First<RunFonts>(sources) is { } fonts ? fonts.Ascii?.Value ?? fonts.HighAnsi?.Value ?? "" : "",
            First<Caps>(sources) is { } caps && IsOn(caps),
            (First<Vanish>(sources) is { } vanish && IsOn(vanish)) || own?.GetFirstChild<Deleted>() is not null);
    }

    /// <summary>The list that a paragraph style puts its paragraphs in.</summary>
    public NumberingProperties? Numbering(string? style) =>
        Chain(style).Select(s => s.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(n => n is not null);

    public WordBlock.Paragraph Format(WordBlock.Paragraph paragraph, ParagraphProperties? own)
    {
        var sources = new List<OpenXmlElement?> { own };
        sources.AddRange(Chain(own?.ParagraphStyleId?.Val?.Value ?? normal).Select(style => style.StyleParagraphProperties));
        var indent = First<Indentation>(sources);
        var left = PackageReader.Twips(indent?.Left?.Value ?? indent?.Start?.Value);
        var first = PackageReader.Twips(indent?.FirstLine?.Value) - PackageReader.Twips(indent?.Hanging?.Value);
        return paragraph with
        {
            Alignment = Alignment(First<Justification>(sources)?.Val?.InnerText),
            Indent = Math.Max(0, left),
            FirstIndent = Math.Max(0, left + first),
            Tabs = First<Tabs>(sources) is { } tabs
                ? [.. tabs.Elements<TabStop>().Where(tab => tab.Val?.InnerText != "clear").Select(tab => new WordTab((tab.Position?.Value ?? 0) / 20.0, Alignment(tab.Val?.InnerText))).OrderBy(tab => tab.Position)]
                : [],
        };
    }

    private static WordAlignment Alignment(string? value) => value switch
    {
        "center" => WordAlignment.Centre,
        "right" or "end" => WordAlignment.Right,
        _ => WordAlignment.Left,
    };

    private static T? First<T>(List<OpenXmlElement?> sources) where T : OpenXmlElement =>
        sources.Select(source => source?.GetFirstChild<T>()).FirstOrDefault(found => found is not null);

    private static bool IsOn(OnOffType value) => value.Val is null || value.Val.Value;

    /// <summary>A style and what it is based on, nearest first.</summary>
    private List<Style> Chain(string? id)
    {
        var chain = new List<Style>();
        while (id is not null && chain.Count < DeepestStyle && styles.TryGetValue(id, out var style))
        {
            chain.Add(style);
            id = style.BasedOn?.Val?.Value;
        }
        return chain;
    }
}
