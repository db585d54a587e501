using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Service.Generation;

/// <summary>A letter that nobody sent: what will be printed, part by part, and so the truth about it.</summary>
internal sealed record InventedLetter
{
    public required Regime Regime { get; init; }

    /// <summary>«công văn», «kế hoạch» …</summary>
    public required string DocumentType { get; init; }

    /// <summary>Lines of the body above the issuer, in capitals; may be empty.</summary>
    public ImmutableArray<string> ParentLines { get; init; } = [];

    /// <summary>Lines of the issuer, in capitals.</summary>
    public required ImmutableArray<string> IssuerLines { get; init; }

    /// <summary>The issuer as the flat record words it.</summary>
    public required string Issuer { get; init; }

    public string? Parent { get; init; }

    /// <summary>All bodies of a joint letter; empty for one issuer.</summary>
    public ImmutableArray<string> CoIssuers { get; init; } = [];

    /// <summary>How the body of the letter speaks of its issuer: «UBND tỉnh».</summary>
    public required string Self { get; init; }

    /// <summary>Digits; null when the slot is left blank.</summary>
    public string? Ordinal { get; init; }

    public required string Symbol { get; init; }

    public required string Place { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>The day's slot is left blank.</summary>
    public bool BlankDay { get; init; }

    /// <summary>Number and day are written by hand.</summary>
    public bool Handwritten { get; init; }

    public required string Subject { get; init; }

    /// <summary>Kính gửi; empty for a named type without it.</summary>
    public ImmutableArray<string> Addressees { get; init; } = [];

    public required ImmutableArray<InventedParagraph> Body { get; init; }

    public required ImmutableArray<string> Recipients { get; init; }

    /// <summary>«TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH»; empty when the signer signs in an own right.</summary>
    public ImmutableArray<string> Authority { get; init; } = [];

    public required string Position { get; init; }

    public required string Signer { get; init; }

    /// <summary>The signature beside it on a joint letter; null for none.</summary>
    public InventedSignature? CoSignature { get; init; }

    /// <summary>All signatures from left to right.</summary>
    public ImmutableArray<InventedSignature> Signatures =>
        CoSignature is { } other ? [other, new(Authority, Position, Signer)] : [new(Authority, Position, Signer)];

    /// <summary>«HỎA TỐC»; null for none.</summary>
    public string? Urgency { get; init; }

    public required ImmutableArray<InventedReference> References { get; init; }

    /// <summary>Paragraphs of an annex on a page of its own; empty for none.</summary>
    public ImmutableArray<string> Annex { get; init; } = [];
}

/// <summary>A paragraph of the body.</summary>
/// <param name="Text">What is printed behind the label.</param>
/// <param name="Label">«1.», «a)», «-»; null for a plain paragraph.</param>
/// <param name="Level">How deep it is indented.</param>
/// <param name="Task">What it orders; null when it orders nothing of its own.</param>
internal sealed record InventedParagraph(string Text, string? Label = null, int Level = 0, InventedTask? Task = null)
{
    /// <summary>A heading in the middle: «QUYẾT ĐỊNH:».</summary>
    public bool Centred { get; init; }

    /// <summary>Printed bold: the head of a part.</summary>
    public bool Bold { get; init; }

    /// <summary>Cells of a table's row, instead of the text; empty for a paragraph.</summary>
    public ImmutableArray<string> Cells { get; init; } = [];
}

/// <summary>Authority lines, post and name of a signer.</summary>
internal sealed record InventedSignature(ImmutableArray<string> Authority, string Position, string Name);

/// <summary>Who must do what by when, as the flat record has it.</summary>
internal sealed record InventedTask(string? Label, ImmutableArray<string> Leads, ImmutableArray<string> Cooperators, string? Deadline, DateOnly? Date);

/// <summary>An instrument that the letter cites.</summary>
internal sealed record InventedReference(string Type, string Number, DateOnly Date, string Issuer);
