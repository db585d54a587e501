using System.Collections.Immutable;

namespace NhanDao.Parsing.Model;

/// <summary>Something the letter orders, assigns or asks: who must do what by when.</summary>
public sealed record Directive
{
    /// <summary>Printed label without punctuation («1», «a», «Thứ nhất», «Điều 2»); null for a paragraph or dash item.</summary>
    public string? Label { get; init; }

    /// <summary>The whole text after the label, continuation paragraphs included, lines joined by one space.</summary>
    public required string Text { get; init; }

    /// <summary>Range in <see cref="Letter.Text"/>, label included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Where it stands on the scan, one rectangle a line; empty for typed text.</summary>
    public ImmutableArray<PageBox> Boxes { get; init; } = [];

    /// <summary>Items inside this one.</summary>
    public ImmutableArray<Directive> Children { get; init; } = [];

    /// <summary>Who must do it (chủ trì, Giao X); empty when everybody addressed must.</summary>
    public ImmutableArray<Assignee> Leads { get; init; } = [];

    /// <summary>With whom (phối hợp với X).</summary>
    public ImmutableArray<Assignee> Cooperators { get; init; } = [];

    /// <summary>By when; null when the directive sets no deadline.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>How sure it is that this is a directive and ends here, 0–1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The rule that found it: «directive.item», «directive.paragraph».</summary>
    public required string Source { get; init; }
}

/// <summary>A body or post with a part in a directive.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Span">Where it is printed.</param>
/// <param name="Inherited">True when it was taken from the heading above or from the addressees.</param>
public sealed record Assignee(string Name, TextSpan Span, bool Inherited = false);

/// <summary>Thời hạn of a directive.</summary>
/// <param name="Raw">The phrase as printed: «trước ngày 20/01/2025», «định kỳ hằng quý».</param>
/// <param name="Span">Where it is printed.</param>
/// <param name="Date">The last day, when the phrase names a concrete day; null for a month, a quarter or a recurrence.</param>
public sealed record Deadline(string Raw, TextSpan Span, DateOnly? Date);
