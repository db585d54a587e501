using System.Collections.Immutable;

namespace NhanDao.Parsing.Model;

/// <summary>An instrument that the letter cites (căn cứ, thực hiện, tiếp theo …).</summary>
public sealed record Reference
{
    /// <summary>Type word as printed, singular: «Kết luận», «Công văn».</summary>
    public required string Type { get; init; }

    /// <summary>Number with symbol, spaces removed («44-KL/TW»); null for a law cited by name.</summary>
    public string? Number { get; init; }

    /// <summary>Name of a law, ordinance or code, with or without its number: «Luật Đất đai»; null otherwise.</summary>
    public string? Title { get; init; }

    /// <summary>Its date; conflicting when the letter itself gives two. A law by name may have the year alone.</summary>
    public Field<PartialDate> Date { get; init; } = Field<PartialDate>.Absent;

    /// <summary>Who issued it, as printed; null when the letter does not say.</summary>
    public string? Issuer { get; init; }

    /// <summary>What it is to the letter; <see cref="ReferenceRelation.Mentioned"/> where the letter's words do not say.</summary>
    public ReferenceRelation Relation { get; init; }

    /// <summary>
    /// The same for one instrument in every letter: «126/2024/nđ-cp», «18/ct-ttg@2018», «44-kl/tw@xiii» (khóa), «luật đất đai@2024».
    /// Null where the letter says too little to tell it from others with that number: no year, no term, or a local body with no place.
    /// </summary>
    public string? CanonicalId { get; init; }

    /// <summary>Every place that names it, in order.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>How sure type and number are, 0–1.</summary>
    public required double Confidence { get; init; }

    /// <summary>What <see cref="Confidence"/> was weighed from.</summary>
    internal Evidence? Evidence { get; init; }
}

/// <summary>What a cited instrument is to the letter that cites it.</summary>
public enum ReferenceRelation
{
    /// <summary>Named, no more.</summary>
    Mentioned,

    /// <summary>Căn cứ, theo: the letter rests on it.</summary>
    Basis,

    /// <summary>Thực hiện, triển khai, quán triệt: the letter carries it out.</summary>
    CarriesOut,

    /// <summary>Tiếp theo: the letter follows on from it.</summary>
    Follows,

    /// <summary>Phúc đáp, trả lời: the letter answers it.</summary>
    Answers,

    /// <summary>Sửa đổi, bổ sung: the letter amends it.</summary>
    Amends,

    /// <summary>Thay thế: the letter takes its place.</summary>
    Replaces,

    /// <summary>Bãi bỏ, thu hồi, hủy bỏ: the letter ends it.</summary>
    Repeals,

    /// <summary>Đính chính: the letter corrects it.</summary>
    Corrects,

    /// <summary>Kèm theo: it is sent with the letter.</summary>
    Encloses,
}

/// <summary>One place that names an instrument.</summary>
/// <param name="Raw">As printed.</param>
/// <param name="Span">Range in <see cref="Letter.Text"/>.</param>
/// <param name="Boxes">Where it stands on the scan; empty for typed text.</param>
public sealed record Mention(string Raw, TextSpan Span, ImmutableArray<PageBox> Boxes);
