using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>
/// The items of a list of bodies (Kính gửi, Nơi nhận): by their dashes where they have any, by line and semicolon where not;
/// wrapped lines are joined, closing punctuation and pen marks left out.
/// </summary>
internal static partial class ItemList
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 2000;

    private static readonly char[] Closing = [' ', ';', ',', '.', ':', '-', '–', '—', '_', '*', '|', '~', '\'', '`', '‘', '’', '\\', '/'];

    /// <param name="text">The letter.</param>
    /// <param name="lines">The lines of the list, cue left out.</param>
    /// <param name="lineByLine">Without dashes: true when each line is an item, false when only semicolons part items.</param>
    /// <param name="source">Rule name of the fields.</param>
    public static ImmutableArray<Field<string>> Read(DocumentText text, IReadOnlyList<TextSpan> lines, bool lineByLine, string source)
    {
        var printed = lines.Where(l => !Ornaments.Only(text[l]) && !IsPageNumber(text[l])).ToList();
        var dashed = printed.Any(l => Dash.IsMatch(text[l]));
        var items = new List<List<TextSpan>>();
        foreach (var line in printed)
        {
            var dash = Dash.Match(text.Content.Substring(line.Start, line.Length));
            var rest = TextSpan.FromBounds(line.Start + dash.Length, line.End);
            if (rest.Length == 0)
                continue;
            if (items.Count == 0 || dash.Success || Begins(text, items[^1][^1], rest, dashed, lineByLine))
                items.Add([rest]);
            else
                items[^1].Add(rest);
        }
        return [.. items.SelectMany(i => dashed ? AtDashes(text, i) : AtSemicolons(text, i)).Select(i => Item(text, i, source)).OfType<Field<string>>()];
    }

    private static bool IsPageNumber(ReadOnlySpan<char> line) => !line.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a line without a dash begins an item behind <paramref name="previous"/>.</summary>
    private static bool Begins(DocumentText text, TextSpan previous, TextSpan line, bool dashed, bool lineByLine)
    {
        var first = text[line][0];
        if (first is '(' || char.IsLower(first))
            return false;
        if (Folding.Fold(text[line]).StartsWith("luu", StringComparison.Ordinal))
            return true;
        var last = text[previous].TrimEnd() is { IsEmpty: false } before ? before[^1] : ' ';
        if (dashed)
            return last is ';' && char.IsUpper(first);
        return last is ';' or '.' || (lineByLine && last is not ',' && char.IsUpper(first));
    }

    /// <summary>Two dashed items that OCR put in one row: «Như Điều 3; - Thứ trưởng …».</summary>
    private static IEnumerable<JoinedLines> AtDashes(DocumentText text, List<TextSpan> lines)
    {
        var pieces = new List<TextSpan>();
        foreach (var line in lines)
        {
            var start = line.Start;
            foreach (Match parted in NextDash.Matches(text.Content.Substring(line.Start, line.Length)))
            {
                pieces.Add(TextSpan.FromBounds(start, line.Start + parted.Index + 1));
                yield return JoinedLines.Of(text, pieces);
                pieces = [];
                start = line.Start + parted.Index + parted.Length;
            }
            if (start < line.End)
                pieces.Add(TextSpan.FromBounds(start, line.End));
        }
        if (pieces.Count > 0)
            yield return JoinedLines.Of(text, pieces);
    }

    private static IEnumerable<JoinedLines> AtSemicolons(DocumentText text, List<TextSpan> lines)
    {
        var pieces = new List<TextSpan>();
        foreach (var line in lines)
        {
            var start = line.Start;
            for (var i = line.Start; i < line.End; i++)
                if (text.Content[i] == ';')
                {
                    pieces.Add(TextSpan.FromBounds(start, i));
                    yield return JoinedLines.Of(text, pieces);
                    pieces = [];
                    start = i + 1;
                }
            if (start < line.End)
                pieces.Add(TextSpan.FromBounds(start, line.End));
        }
        if (pieces.Count > 0)
            yield return JoinedLines.Of(text, pieces);
    }

    private static Field<string>? Item(DocumentText text, JoinedLines lines, string source)
    {
        int start = 0, end = lines.Content.Length;
        if (Alias.Match(lines.Folded) is { Success: true } alias)
            end = alias.Index;
        if (Initials.Match(lines.Content, 0, end) is { Success: true } pen)
            end = pen.Index + 1;
        while (start < end && (char.IsWhiteSpace(lines.Content[start]) || Closing.Contains(lines.Content[start])))
            start++;
        end = WithoutDirt(text, lines, start, end);
        if (end - start < 2 || !lines.Content.AsSpan(start, end - start).ContainsAnyInRange('A', 'ỹ'))
            return null;
        var (item, surety) = MisreadWords.Mend(text, lines, start, end);
        return text.Printed(item, lines.SpanOf(start, end), Math.Min(0.95, surety), source);
    }

    /// <summary>Takes punctuation and words of dirt off the end: short words that the engine itself gives no trust.</summary>
    private static int WithoutDirt(DocumentText text, JoinedLines lines, int start, int end)
    {
        while (end > start)
        {
            if (Closing.Contains(lines.Content[end - 1]) || char.IsWhiteSpace(lines.Content[end - 1]))
            {
                end--;
                continue;
            }
            var word = lines.Content.LastIndexOf(' ', end - 1) + 1;
            if (word <= start || !IsDirt(text, lines, word, end))
                return end;
            end = word;
        }
        return end;
    }

    private static bool IsDirt(DocumentText text, JoinedLines lines, int start, int end)
    {
        var printed = lines.Content.AsSpan(start, end - start);
        var confidence = text.OcrConfidence(lines.SpanOf(start, end));
        var behindEnd = lines.Content[..start].AsSpan().TrimEnd() is [.., ';'];
        return (printed.Length <= 3 && confidence < 0.5 && !VietnameseSyllable.IsValid(VietnameseSyllable.Trim(printed)))
            || (printed.Length <= 3 && confidence < 0.8 && behindEnd)
            || Ornaments.Only(printed);
    }

    /// <summary>«- », «– », «+ », «• »; what OCR makes of a dash.</summary>
    [GeneratedRegex(@"^\s{0,40}([-–—•·+¬▪■●*~=_]{1,3}|[.'‘`]\s?[-–—])\s{0,10}(?=[\p{L}\d(“""])", Options, Timeout)]
    private static partial Regex Dash { get; }

    /// <summary>«; - », «;-_ », «;ZZ-»: the end of an item and the dash of the next.</summary>
    [GeneratedRegex(@";\s?\W?\S{0,2}[-–—]_?\s?(?=\p{Lu})", Options, Timeout)]
    private static partial Regex NextDash { get; }

    /// <summary>Folded: «(sau đây gọi chung là …)», «(gọi chung là …)»: names the list, is no item of it.</summary>
    [GeneratedRegex(@"\(?\s?(sau day\s)?(goi|viet) (chung|tat|la)\b", Options, Timeout)]
    private static partial Regex Alias { get; }

    /// <summary>«… Tỉnh ủy (62). Tấn»: initials in ink behind the closing full stop.</summary>
    [GeneratedRegex(@"(?<=[\p{Ll})])\.\s{1,4}\p{Lu}\p{Ll}{1,6}\W?$", Options, Timeout)]
    private static partial Regex Initials { get; }
}
