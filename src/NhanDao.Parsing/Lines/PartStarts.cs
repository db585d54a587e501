using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>Where a part of the file begins.</summary>
/// <param name="Line">Its first line.</param>
/// <param name="Kind">What begins there.</param>
internal readonly record struct PartStart(int Line, PartKind Kind);

/// <summary>
/// Finds what begins behind the first letter by what cannot be a letter's own: a second letterhead, the block of a copy, the
/// head of an annex on top of a page. Softer ends are left to the labeller.
/// </summary>
internal static class PartStarts
{
    /// <summary>A letterhead, its title and «Kính gửi» are no longer than this. Lines.</summary>
    private const int HeadLength = 16;

    /// <summary>How far above the motto the other column may begin. Line heights.</summary>
    private const double HeadRise = 2.6;

    /// <summary>Second letterheads and copies, in order; the first letter itself is not among them.</summary>
    public static ImmutableArray<PartStart> Find(DocumentText text, IReadOnlyList<List<LineCue>> cues)
    {
        var found = ImmutableArray.CreateBuilder<PartStart>();
        int? head = null;
        var foot = false;
        for (var i = 0; i < cues.Count; i++)
        {
            foot |= cues[i].Contains(LineCue.RecipientHead) || cues[i].Contains(LineCue.FileCopy);
            if (foot && IsCopyHead(text, cues, i))
            {
                found.Add(new(Top(text, cues, i, LastStart(found)), PartKind.Copy));
                (head, foot) = (i, false);
            }
            else if (IsMotto(text, cues, i))
            {
                // The second line of the motto stands below the first.
                var again = head is { } at && (foot || text.Lines[at].Box.Page != text.Lines[i].Box.Page) && !IsSameHead(text, at, i);
                if (again || (foot && head is null))
                {
                    var top = Top(text, cues, i, LastStart(found));
                    if (found.Count == 0 || found[^1].Kind != PartKind.Copy || found[^1].Line != top)
                        found.Add(new(top, IsLetter(text, cues, top) ? PartKind.Letter : PartKind.Attachment));
                    foot = false;
                }
                head = i;
            }
        }
        return found.DrainToImmutable();
    }

    /// <summary>Whether the line is the head of an annex, for lines that stand behind a letter.</summary>
    public static bool IsAnnexHead(DocumentText text, IReadOnlyList<List<LineCue>> cues, int line) =>
        cues[line].Contains(LineCue.AnnexHead) && (cues[line].Contains(LineCue.PageStart) || cues[line].Contains(LineCue.UpperCase)
            || cues.Skip(line + 1).Take(5).Any(c => c.Contains(LineCue.AttachedTo)));

    private static int LastStart(ImmutableArray<PartStart>.Builder found) => found.Count > 0 ? found[^1].Line : 0;

    private static bool IsSameHead(DocumentText text, int first, int second) =>
        text.Lines[first].Box.Page == text.Lines[second].Box.Page
        && text.Lines[second].Box.Top - text.Lines[first].Box.Bottom < 2 * text.Lines[first].Box.Height;

    /// <summary>The motto as a heading of its own, or a whole letterhead in one line of a table; not the country's or the party's name in a sentence.</summary>
    private static bool IsMotto(DocumentText text, IReadOnlyList<List<LineCue>> cues, int line)
    {
        if (text.Lines[line].Span.Length > 400)
            return false;
        var known = cues[line].Contains(LineCue.StateMotto) || cues[line].Contains(LineCue.PartyMotto);
        if (!known && text.Lines[line].Span.Length < 60)
            return false;
        var letters = Heading.Letters(Folding.Fold(text[text.Lines[line].Span]));
        return letters.Length > 60
            ? letters.Contains("conghoaxahoichunghiavietnamdoclaptudohanhphuc", StringComparison.Ordinal)
            : Heading.Is(letters, "doclaptudohanhphuc", 4)
                || (cues[line].Contains(LineCue.UpperCase)
                    && ((letters.Length <= 34 && Heading.Starts(letters, "conghoaxahoichunghia", 4)) || Heading.Is(letters, "dangcongsanvietnam", 3)));
    }

    /// <summary>«SAO Y», «TRÍCH SAO» in capitals, with a number, a place for the recipients or an authority below.</summary>
    private static bool IsCopyHead(DocumentText text, IReadOnlyList<List<LineCue>> cues, int line) =>
        cues[line].Contains(LineCue.CopyMark) && cues[line].Contains(LineCue.UpperCase) && text.Lines[line].Span.Length < 40
        && cues.Skip(line + 1).Take(10).Any(c => c.Contains(LineCue.NumberHead) || c.Contains(LineCue.RecipientHead) || c.Contains(LineCue.Authority));

    /// <summary>The first line of the head that <paramref name="line"/> belongs to: the other column, and what begins a little higher.</summary>
    private static int Top(DocumentText text, IReadOnlyList<List<LineCue>> cues, int line, int least)
    {
        var motto = text.Lines[line].Box;
        var top = line;
        for (var i = line - 1; i > least && text.Lines[i].Box.Page == motto.Page; i--)
        {
            var box = text.Lines[i].Box;
            var beside = box.Top > motto.Top - (0.6 * motto.Height);
            var above = box.Top > motto.Top - (HeadRise * motto.Height) && !EndsLetter(cues[i])
                && (cues[i].Contains(LineCue.UpperCase) || cues[i].Contains(LineCue.Ornament) || cues[i].Contains(LineCue.Garbage));
            if (!beside && !above && !cues[i].Contains(LineCue.PageStart))
                break;
            top = i;
        }
        return top;
    }

    private static bool EndsLetter(List<LineCue> cues) =>
        cues.Contains(LineCue.RecipientHead) || cues.Contains(LineCue.FileCopy) || cues.Contains(LineCue.AsAbove) || cues.Contains(LineCue.SignedMark)
        || cues.Contains(LineCue.Authority) || cues.Contains(LineCue.EndMark) || cues.Contains(LineCue.PersonName);

    /// <summary>A letter has a number and a year, or is written to somebody; a form has dots in their places.</summary>
    public static bool IsLetter(DocumentText text, IReadOnlyList<List<LineCue>> cues, int top)
    {
        bool number = false, year = false, dear = false;
        for (var i = top; i < Math.Min(cues.Count, top + HeadLength); i++)
        {
            var printed = text[text.Lines[i].Span];
            if (cues[i].Contains(LineCue.NumberHead) || cues[i].Contains(LineCue.NumberSymbol) || (printed.Length > 60 && i == top))
                number |= !HasDots(printed) || printed.ContainsAnyInRange('0', '9');
            if (cues[i].Contains(LineCue.PlaceAndDate) || (printed.Length > 60 && i == top))
                year |= HasYear(printed);
            dear |= cues[i].Contains(LineCue.DearCue) && !HasDots(printed);
        }
        return (number && (year || dear)) || (year && dear);
    }

    private static bool HasDots(ReadOnlySpan<char> printed) =>
        printed.IndexOf("....") >= 0 || printed.IndexOf("……") >= 0 || printed.IndexOf("…/") >= 0 || printed.IndexOf("___") >= 0;

    private static bool HasYear(ReadOnlySpan<char> printed)
    {
        var run = 0;
        foreach (var c in printed)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run == 4)
                return true;
        }
        return false;
    }
}
