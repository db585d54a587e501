using System.Collections.Immutable;

namespace NhanDao.Parsing.Model;

/// <summary>What a field's slot on the page holds.</summary>
public enum FieldStatus
{
    /// <summary>The letter has no such slot.</summary>
    Absent,

    /// <summary>Printed and read.</summary>
    Present,

    /// <summary>The slot is printed and empty, as in a draft («Số:    /UBND-VX»).</summary>
    Blank,

    /// <summary>Ink in the slot. The value is given only when it is sure enough.</summary>
    Handwritten,

    /// <summary>Something is printed and cannot be read.</summary>
    Unreadable,

    /// <summary>Not printed here; derived from other places, which <see cref="Field{T}.Source"/> names.</summary>
    Inferred,

    /// <summary>The letter itself gives different values; all are in <see cref="Field{T}.Candidates"/>.</summary>
    Conflicting,
}

/// <summary>One value read from a letter, with its place, how sure it is and what produced it.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed record Field<T>
    where T : class
{
    /// <summary>A field whose slot the letter does not have.</summary>
    public static Field<T> Absent { get; } = new() { Status = FieldStatus.Absent, Confidence = 1, OcrConfidence = 1 };

    /// <summary>What the slot holds.</summary>
    public required FieldStatus Status { get; init; }

    /// <summary>The value; null unless the status is present, inferred, conflicting, or handwritten and sure.</summary>
    public T? Value { get; init; }

    /// <summary>The text as read, before any repair; null where nothing is printed.</summary>
    public string? Raw { get; init; }

    /// <summary>Range in <see cref="Letter.Text"/>; null where nothing is printed.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>Where it stands on the scan, one rectangle a line; empty for typed text.</summary>
    public ImmutableArray<PageBox> Boxes { get; init; } = [];

    /// <summary>How sure the value is, 0–1, calibrated: of the values that are given 0.95, about 95 in 100 are right. docs/accuracy.md says how it was measured.</summary>
    public required double Confidence { get; init; }

    /// <summary>How sure the OCR engine was of the words, 0–1; 1 where no OCR took part.</summary>
    public double OcrConfidence { get; init; } = 1;

    /// <summary>The rule or model that produced the value: «number.state», «issuer.signature»; null when absent.</summary>
    public string? Source { get; init; }

    /// <summary>Other readings, with their sources, where the evidence disagrees.</summary>
    public ImmutableArray<Candidate<T>> Candidates { get; init; } = [];

    /// <summary>What <see cref="Confidence"/> was weighed from; null before it is.</summary>
    internal Evidence? Evidence { get; init; }
}

/// <summary>Another reading of a field.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Source">The rule or evidence that gave it.</param>
/// <param name="Confidence">How sure it is, 0–1.</param>
/// <param name="Span">Where it is printed; null for evidence from outside the text.</param>
public sealed record Candidate<T>(T Value, string Source, double Confidence, TextSpan? Span = null)
    where T : class;
