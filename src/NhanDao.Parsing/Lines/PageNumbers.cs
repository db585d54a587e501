using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>Sets aside «- 2 -» at the head or foot of a page, which alone looks like an item of a list.</summary>
internal static partial class PageNumbers
{
    /// <summary>How near the edge of the page it stands, as a share of the page's height.</summary>
    private const double Edge = 0.1;

    public static ImmutableArray<LabelledLine> SetAside(DocumentText text, ImmutableArray<LabelledLine> lines) =>
    [
        .. lines.Select(l => l.Line.Position is < Edge or > 1 - Edge && l.Span.Length < 12 && Dashed.IsMatch(text.LineText(l.Line)) ? l with { Label = LineLabel.Furniture } : l),
    ];

    /// <summary>«- 2 -», «– 12 –», «-3-».</summary>
    [GeneratedRegex(@"^[-–—~] ?\d{1,3} ?[-–—~]$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Dashed { get; }
}
