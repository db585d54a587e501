using System.Collections.Immutable;

namespace NhanDao.Parsing.Model;

/// <summary>An instrument that the letter cites (căn cứ, thực hiện, tiếp theo …).</summary>
public sealed record Reference
{
    /// <summary>Type word as printed, singular: «Kết luận», «Công văn».</summary>
    public required string Type { get; init; }

    /// <summary>Number with symbol, spaces removed («44-KL/TW»); null for a law cited by name.</summary>
    public string? Number { get; init; }

    /// <summary>Name of a law, ordinance or code cited without a number: «Luật Đất đai»; null otherwise.</summary>
    public string? Title { get; init; }

    /// <summary>Its date; conflicting when the letter itself gives two. A law by name may have the year alone.</summary>
    public Field<PartialDate> Date { get; init; } = Field<PartialDate>.Absent;

    /// <summary>Who issued it, as printed; null when the letter does not say.</summary>
    public string? Issuer { get; init; }

    /// <summary>Every place that names it, in order.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>How sure type and number are, 0–1.</summary>
    public required double Confidence { get; init; }
}

/// <summary>One place that names an instrument.</summary>
/// <param name="Raw">As printed.</param>
/// <param name="Span">Range in <see cref="Letter.Text"/>.</param>
/// <param name="Boxes">Where it stands on the scan; empty for typed text.</param>
public sealed record Mention(string Raw, TextSpan Span, ImmutableArray<PageBox> Boxes);
