using System.Xml;
using System.Xml.Linq;
using NhanDao.Parsing.Text.Legacy;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>
/// LibreOffice's flat XML of a Word file, on its way to paper: here the fonts of every run are still known, so legacy encodings
/// are converted by font and spelling, and what is not the letter (deleted text, scripts, links, today's date) is taken out.
/// </summary>
internal static class FlatOpenDocument
{
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace TextNs = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    private static readonly XNamespace Svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
    private static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static readonly XNamespace Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    private static readonly HashSet<XName> Dropped =
    [
        TextNs + "tracked-changes", TextNs + "change", TextNs + "change-start", TextNs + "change-end", // what was deleted, and where
        TextNs + "date", TextNs + "time", // the day of the conversion, not of the letter
        TextNs + "page-number", TextNs + "page-count", // a lone «2» under the last line is taken for its end
        Office + "scripts", Office + "event-listeners", Office + "forms", Office + "annotation",
        Draw + "object", Draw + "object-ole", Draw + "plugin", Draw + "applet", Draw + "floating-frame",
        TextNs + "section-source", TextNs + "dde-connection-decls", TextNs + "script",
    ];

    /// <summary>Rewrites the file at <paramref name="path"/> in place; the encoding that was converted, or null.</summary>
    public static string? Clean(string path)
    {
        var document = Load(path);
        foreach (var element in document.Descendants().Where(e => Dropped.Contains(e.Name)).ToList())
            element.Remove();
        foreach (var link in document.Descendants().Attributes(XLink + "href").ToList())
            if (link.Parent!.Name == TextNs + "a")
                link.Value = "#";
            else if (!link.Value.StartsWith('#'))
                link.Parent.Remove();

        document.Descendants().Attributes(Fo + "letter-spacing").Remove(); // «Q U Y Ế T» would be read as letters

        var converted = ConvertRuns(document);
        SetFonts(document);
        document.Save(path, SaveOptions.DisableFormatting);
        return converted;
    }

    private static XDocument Load(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static string? ConvertRuns(XDocument document)
    {
        var runs = FlatRuns.Read(document);
        var (texts, encoding) = FontRuns.Convert([.. runs.Select(run => new FontRun(run.Node.Value, run.Font))]);
        for (var i = 0; i < runs.Count; i++)
            runs[i].Node.Value = texts[i];
        return encoding;
    }

    /// <summary>Legacy fonts by the metric-compatible ones that have the Vietnamese letters: a wider one would break the letterhead's lines.</summary>
    private static void SetFonts(XDocument document)
    {
        foreach (var font in document.Descendants(Style + "font-face").Attributes(Svg + "font-family"))
            if (LegacyFont.EncodingOf(font.Value.Trim('\'')) is not null)
                font.Value = LegacyFont.IsSans(font.Value) ? "'Liberation Sans'" : "'Liberation Serif'";
    }
}
