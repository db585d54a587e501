using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Text;

/// <summary>
/// Takes the marks of Markdown and HTML out of a typed line: none may reach the canonical text. A line of nothing but
/// marks («*», «*****», «-----») is an ornament of the letter and stays.
/// </summary>
internal static partial class MarkdownMarks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_#|&<\\`>");

    public static string Remove(string line)
    {
        if (!line.AsSpan().ContainsAny(Marks))
            return line;
        if (line.Contains('&', StringComparison.Ordinal))
            line = WebUtility.HtmlDecode(line);
        if (line.Contains('<', StringComparison.Ordinal))
            line = Tag.Replace(line, " ");
        if (Ornament.IsMatch(line))
            return line.Replace("\\", "", StringComparison.Ordinal);
        if (TableRule.IsMatch(line))
            return "";
        line = Prefix.Replace(line, "");
        return WithoutEmphasis(line);
    }

    private static string WithoutEmphasis(string line)
    {
        var kept = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '\\' && i + 1 < line.Length && char.IsAsciiLetterOrDigit(line[i + 1]) is false && line[i + 1] != ' ')
                kept.Append(line[++i]); // «\*» is a star
            else if (c == '\\' && i == line.Length - 1)
                continue; // a hard line break
            else if (c is '*' or '_' or '`' && IsMark(line, ref i))
                continue;
            else if (c == '|')
                kept.Append("    "); // a table's cell ends: a gap that parts columns
            else
                kept.Append(c);
        }
        return kept.ToString();
    }

    /// <summary>Whether the star, line or tick at <paramref name="i"/> is emphasis; moves to the end of its run.</summary>
    private static bool IsMark(string line, ref int i)
    {
        var c = line[i];
        var end = i;
        while (end + 1 < line.Length && line[end + 1] == c)
            end++;
        var length = end - i + 1;
        var before = i == 0 ? ' ' : line[i - 1];
        var after = end + 1 == line.Length ? ' ' : line[end + 1];
        var alone = char.IsWhiteSpace(before) && char.IsWhiteSpace(after); // «* item»
        var mark = c switch
        {
            '`' => true,
            '*' => !alone && !(before == '(' && after == ')') && length <= 3, // «(*)» refers to a note
            _ => length <= 3 && !alone && !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)), // «ten_tep» is a name
        };
        if (mark)
            i = end;
        return mark;
    }

    [GeneratedRegex(@"</?(b|i|u|br|p|em|strong|sup|sub|span|div|center|td|tr|table|th|tbody)( [^<>]{0,200})?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"^[\s*_=~.\\-]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ornament { get; }

    /// <summary>«|---|:--:|».</summary>
    [GeneratedRegex(@"^\s*\|[\s|:-]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TableRule { get; }

    /// <summary>«## », «&gt; ».</summary>
    [GeneratedRegex(@"^\s{0,3}(#{1,6}\s+|>\s?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Prefix { get; }
}
