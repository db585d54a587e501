using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NhanDao.Parsing.Output;

/// <summary>Text for XML and XML as text.</summary>
internal static class XmlText
{
    /// <summary><paramref name="text"/> without the characters that XML 1.0 cannot hold: control characters, lone surrogates, U+FFFE and U+FFFF.</summary>
    public static string Clean(string text)
    {
        var first = FirstInvalid(text);
        if (first < 0)
            return text;
        var clean = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text, i++, 2);
        return clean.ToString();
    }

    /// <summary>The first <paramref name="most"/> characters; a letter and its marks, or a surrogate pair, are not torn apart.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most;
        while (end > 0 && (char.IsLowSurrogate(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            end--;
        return text[..end];
    }

    /// <summary>The document in UTF-8 with its declaration, indented.</summary>
    public static string Write(XDocument document)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
            document.Save(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static int FirstInvalid(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!XmlConvert.IsXmlChar(text[i]))
                return i;
        return -1;
    }
}
