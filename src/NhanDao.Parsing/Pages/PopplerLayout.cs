using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Pages;

/// <summary>Reads what <c>pdftotext -bbox-layout</c> prints: pages, lines and words as XHTML.</summary>
internal static class PopplerLayout
{
    /// <exception cref="UnreadableDocumentException">The output ends too early: pdftotext gave up on the file.</exception>
    public static ImmutableArray<ImmutableArray<PageWord>> Read(Stream xhtml, ImmutableArray<PdfPage> pages)
    {
        var layers = new ImmutableArray<PageWord>[pages.Length];
        Array.Fill(layers, []);
        using var text = new XmlTextCleaner(xhtml);
        using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreWhitespace = true });
        try
        {
            var words = ImmutableArray.CreateBuilder<PageWord>();
            int page = -1, line = -1;
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.EndElement, Name: "page" } && page < layers.Length)
                    layers[page] = words.DrainToImmutable();
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                switch (xml.Name)
                {
                    case "page":
                        page++;
                        line = -1;
                        break;
                    case "line":
                        line++;
                        break;
                    case "word":
                        if (Word(xml, line) is { } word && page < pages.Length && IsShown(word, pages[page]))
                            words.Add(word);
                        break;
                }
            }
        }
        catch (XmlException e)
        {
            throw new UnreadableDocumentException(UnreadableReason.Damaged,
                "The PDF's text cannot be taken out: the file is damaged. Open it in a viewer and print it to a new PDF.", e);
        }
        return [.. layers];
    }

    private static PageWord? Word(XmlReader xml, int line)
    {
        double left = Coordinate(xml, "xMin"), top = Coordinate(xml, "yMin");
        double right = Coordinate(xml, "xMax"), bottom = Coordinate(xml, "yMax");
        var text = xml.ReadString().Trim(' ', '\t', '\n', '\r'); // uncleaned: in an old encoding the soft hyphen is a letter
        return text.Length == 0 ? null : new(text, left, top, Math.Round(right - left, 3), Math.Round(bottom - top, 3), 1, line);
    }

    /// <summary>pdftotext gives words beyond the crop box too, which nobody sees.</summary>
    private static bool IsShown(PageWord word, PdfPage page) =>
        word.Left + word.Width / 2 is >= 0 and var x && x <= page.Width && word.Top + word.Height / 2 is >= 0 and var y && y <= page.Height;

    private static double Coordinate(XmlReader xml, string name) =>
        double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Math.Round(value, 3) : 0;

    /// <summary>pdftotext writes characters of the PDF as they are, also those that XML forbids: they become spaces here.</summary>
    private sealed class XmlTextCleaner(Stream stream) : StreamReader(stream, Encoding.UTF8)
    {
        public override int Read(char[] buffer, int index, int count)
        {
            var read = base.Read(buffer, index, count);
            foreach (ref var character in buffer.AsSpan(index, read))
                if (character is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF')
                    character = ' ';
            return read;
        }
    }
}

/// <summary>What a text layer holds besides letters, and letters that only look right.</summary>
internal static class PrintedLetters
{
    /// <summary>A layer whose words are Unicode by now: each cleaned, those with nothing to see left out.</summary>
    public static ImmutableArray<PageWord> Clean(ImmutableArray<PageWord> layer)
    {
        if (layer.All(w => IsClean(w.Text)))
            return layer;
        return [.. layer.Select(w => w with { Text = Clean(w.Text) }).Where(w => w.Text.Length > 0)];
    }

    /// <summary>Without invisible characters; Icelandic Ð and ð, which some fonts draw for them, become Đ and đ.</summary>
    public static string Clean(string word)
    {
        if (IsClean(word))
            return word;
        if (word is "\u00AD")
            return "-"; // a dash before an item, as some fonts map it
        var text = new StringBuilder(word.Length);
        foreach (var c in word)
            if (!IsInvisible(c))
                text.Append(c switch { '\u00D0' => 'Đ', '\u00F0' => 'đ', _ => c });
        return text.ToString().Trim();
    }

    private static bool IsClean(string word)
    {
        foreach (var c in word)
            if (IsInvisible(c) || c is '\u00D0' or '\u00F0')
                return false;
        return word.Length > 0 && !char.IsWhiteSpace(word[0]) && !char.IsWhiteSpace(word[^1]);
    }

    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' || char.IsControl(c);
}
