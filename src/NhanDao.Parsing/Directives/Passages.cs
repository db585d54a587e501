using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Directives;

/// <summary>Body lines to paragraphs: by labels, indents, gaps and sentence ends; a paragraph goes on over a page break.</summary>
internal static class Passages
{
    // Units are 1/72 inch. A first line is set in by 28 (1 cm) or more; skew and OCR move a line's edge by up to 10.
    private const double Indent = 14, FullLine = 28, RaggedLine = 60;

    public static ImmutableArray<Passage> Build(DocumentText text, ImmutableArray<LabelledLine> lines, LetterNames names)
    {
        var body = lines.Where(l => l.Label == LineLabel.Body && l.Line.Span.Length > 0).Select(l => l.Line).ToList();
        var margins = Margins(body);
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var current = new List<TextLine>();
        ItemLabel? label = null;
        var labelLength = 0;
        for (var i = 0; i < body.Count; i++)
        {
            var line = body[i];
            var printed = text.LineText(line);
            var opens = current.Count == 0 || Opens(text, current, line, printed, margins);
            var found = opens || MayCarryLabel(text, current[^1], line, margins) ? ItemLabels.Read(printed) : null;
            if (found is { } read && (opens || IsSafe(read.Label) || IsIndented(line, margins)))
                opens = true;
            else if (!opens)
                found = null;
            if (opens)
            {
                Close();
                (label, labelLength) = found is { } f ? (f.Label, f.Length) : (null, 0);
            }
            current.Add(line);
        }
        Close();
        return DamagedLabels.Mend(text, Quotations.Unlabel(text, passages.ToImmutable()));

        void Close()
        {
            if (current.Count > 0)
                passages.Add(new(text, current, label, labelLength) { Names = names });
            current.Clear();
            (label, labelLength) = (null, 0);
        }
    }

    /// <summary>Whether a line begins a paragraph by its place and by how the line before it ends.</summary>
    private static bool Opens(DocumentText text, List<TextLine> current, TextLine line, string printed, Dictionary<int, Margin> margins)
    {
        var previous = current[^1];
        var last = LastCharacter(text.LineText(previous));
        var ended = last is '.' or ';' or ':' or '!' or '?' or '/';
        var lower = char.IsLower(printed[0]);
        if (text.Pages[line.Box.Page - 1].Method == Model.ReadingMethod.Typed)
        {
            var blank = line.Box.Top - previous.Box.Top > 1.5 * line.Box.Height;
            var whole = previous.Box.Width > 6 * 130;
            // «2. Trường Đại học Hồng Lam», and on the next line what it shall do: a line that stops far short is a heading.
            var heading = margins[line.Box.Page].Right - previous.Box.Right > 0.4 * margins[line.Box.Page].Right;
            return !(lower && !ended) && (blank || whole || ended || heading);
        }
        if (line.Box.Page != previous.Box.Page)
            return ended && !lower && IsIndented(line, margins);
        if (lower && !ended)
            return false;
        var margin = margins[line.Box.Page];
        var room = margin.Right - previous.Box.Right;
        var hanging = current.Count > 1 && Math.Abs(line.Box.Left - previous.Box.Left) < 6;
        // In justified text a line that is set in begins a paragraph, unless it hangs under a label.
        if (IsIndented(line, margins) && !IsIndented(previous, margins) && !lower && !(current.Count == 1 && !ended && room < FullLine && ItemLabels.Read(text.LineText(current[0])) is not null))
            return true;
        if (IsIndented(line, margins))
            return (ended && !(hanging && room < FullLine)) || (!hanging && room > FullLine) || (room > RaggedLine && !lower);
        var gap = line.Box.Top - previous.Box.Bottom > 0.9 * previous.Box.Height;
        return ended && !lower && (room > RaggedLine || (gap && room > FullLine));
    }

    /// <summary>A label within a running paragraph counts only where a sentence has ended or the line is set in.</summary>
    private static bool MayCarryLabel(DocumentText text, TextLine previous, TextLine line, Dictionary<int, Margin> margins) =>
        LastCharacter(text.LineText(previous)) is '.' or ';' or ':' or '/' || IsIndented(line, margins)
        || margins[previous.Box.Page].Right - previous.Box.Right > FullLine;

    private static bool IsSafe(ItemLabel label) => label.Kind is not (LabelKind.Roman or LabelKind.Capital or LabelKind.Star);

    private static bool IsIndented(TextLine line, Dictionary<int, Margin> margins) => line.Box.Left - margins[line.Box.Page].Left > Indent;

    private static char LastCharacter(string line)
    {
        for (var i = line.Length - 1; i >= 0; i--)
            if (line[i] is not (' ' or '*' or '_' or '"' or '”' or '\'' or '’' or '‘' or '`' or ')'))
                return line[i];
        return ' ';
    }

    /// <summary>Left and right edge of each page's text, from its lines; a few outliers do not move them.</summary>
    private static Dictionary<int, Margin> Margins(List<TextLine> body) => body
        .GroupBy(l => l.Box.Page)
        .ToDictionary(page => page.Key, page =>
        {
            var lefts = page.Select(l => l.Box.Left).Order().ToList();
            var rights = page.Select(l => l.Box.Right).Order().ToList();
            return new Margin(lefts[lefts.Count / 6], rights[rights.Count * 3 / 4]);
        });

    private readonly record struct Margin(double Left, double Right);
}
