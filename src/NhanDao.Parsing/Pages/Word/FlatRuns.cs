using System.Xml.Linq;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>The runs of a flat OpenDocument text in order: the body, then page headers and footers.</summary>
internal static class FlatRuns
{
    private const int DeepestStyle = 32;

    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace TextNs = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static readonly XNamespace Svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";

    public static List<(XText Node, string Font)> Read(XDocument document)
    {
        var styles = new FontStyles(document);
        var runs = new List<(XText, string)>();
        foreach (var root in document.Descendants(Office + "body").Concat(document.Descendants(Style + "master-page")))
            foreach (var node in root.DescendantNodes().OfType<XText>())
                if (node.Ancestors().FirstOrDefault(IsParagraph) is { } paragraph)
                    runs.Add((node, styles.FontOf(node, paragraph)));
        return runs;
    }

    private static bool IsParagraph(XElement element) => element.Name == TextNs + "p" || element.Name == TextNs + "h";

    private sealed class FontStyles
    {
        private readonly Dictionary<string, string> families = [];
        private readonly Dictionary<(string Family, string Name), (string? Parent, string? Font)> styles = [];
        private readonly string byDefault = "";

        public FontStyles(XDocument document)
        {
            foreach (var face in document.Descendants(Style + "font-face"))
                if (face.Attribute(Style + "name") is { } name && face.Attribute(Svg + "font-family") is { } family)
                    families[name.Value] = family.Value.Trim('\'');
            foreach (var style in document.Descendants(Style + "style"))
                if (style.Attribute(Style + "family") is { } family && style.Attribute(Style + "name") is { } name)
                    styles[(family.Value, name.Value)] = (style.Attribute(Style + "parent-style-name")?.Value, FontIn(style));
            byDefault = document.Descendants(Style + "default-style")
                .Where(s => s.Attribute(Style + "family")?.Value == "paragraph").Select(FontIn).FirstOrDefault() is { } font ? Family(font) : "";
        }

        /// <summary>The innermost span that names a font, else the paragraph's style.</summary>
        public string FontOf(XText node, XElement paragraph)
        {
            for (var span = node.Parent; span is not null && span != paragraph; span = span.Parent)
                if (span.Name == TextNs + "span" && Inherited("text", span.Attribute(TextNs + "style-name")?.Value) is { } font)
                    return Family(font);
            return Inherited("paragraph", paragraph.Attribute(TextNs + "style-name")?.Value) is { } own ? Family(own) : byDefault;
        }

        private string? Inherited(string family, string? name)
        {
            for (var depth = 0; name is not null && depth < DeepestStyle; depth++)
            {
                if (!styles.TryGetValue((family, name), out var style))
                    return null;
                if (style.Font is not null)
                    return style.Font;
                name = style.Parent;
            }
            return null;
        }

        private string Family(string font) => families.GetValueOrDefault(font, font);

        private static string? FontIn(XElement style) => style.Element(Style + "text-properties")?.Attribute(Style + "font-name")?.Value;
    }
}
