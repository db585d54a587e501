using System.Collections.Immutable;

namespace NhanDao.Parsing.Model;

/// <summary>The grammar a letter follows.</summary>
public enum Regime
{
    /// <summary>Neither heading nor symbol tells.</summary>
    Unknown,

    /// <summary>State bodies: Nghị định 30/2020/NĐ-CP.</summary>
    State,

    /// <summary>Party bodies: Hướng dẫn 36-HD/VPTW, 05-HD/VPTW.</summary>
    Party,

    /// <summary>Mass organisations (Mặt trận, công đoàn, đoàn thanh niên, hội …).</summary>
    MassOrganisation,
}

/// <summary>What was read from one official letter (văn bản hành chính). Immutable.</summary>
public sealed record Letter
{
    /// <summary>Version of the JSON contract.</summary>
    public const string Contract = "nhandao.letter/1";

    /// <summary>Always <see cref="Contract"/>; first in the JSON so that a reader knows what follows.</summary>
    public string Schema { get; init; } = Contract;

    /// <summary>The file it was read from, as its reader was given it; null for text and streams.</summary>
    public string? File { get; init; }

    /// <summary>The canonical text that every span points into.</summary>
    public required LetterText Text { get; init; }

    /// <summary>The grammar the letter follows.</summary>
    public Regime Regime { get; init; }

    /// <summary>Loại văn bản, lower-case: «công văn», «quyết định», «thông báo».</summary>
    public Field<string> DocumentType { get; init; } = Field<string>.Absent;

    /// <summary>Cơ quan ban hành: the issuing body.</summary>
    public Field<Issuer> Issuer { get; init; } = Field<Issuer>.Absent;

    /// <summary>Số, ký hiệu. A cited number or an arrival stamp's number is never given here.</summary>
    public Field<LetterNumber> Number { get; init; } = Field<LetterNumber>.Absent;

    /// <summary>Địa danh: where the letter is dated from.</summary>
    public Field<string> Place { get; init; } = Field<string>.Absent;

    /// <summary>The letter's own date, not a stamp's or a signature's; may be partial.</summary>
    public Field<PartialDate> Date { get; init; } = Field<PartialDate>.Absent;

    /// <summary>Trích yếu, without its cue («V/v», «Về việc») and closing punctuation.</summary>
    public Field<string> Subject { get; init; } = Field<string>.Absent;

    /// <summary>Kính gửi: the bodies or posts written to.</summary>
    public ImmutableArray<Field<string>> Addressees { get; init; } = [];

    /// <summary>Nơi nhận: who gets a copy, item by item as printed.</summary>
    public ImmutableArray<Field<string>> Recipients { get; init; } = [];

    /// <summary>What the letter orders, assigns or asks, in order.</summary>
    public ImmutableArray<Directive> Directives { get; init; } = [];

    /// <summary>Every instrument cited, once each.</summary>
    public ImmutableArray<Reference> References { get; init; } = [];

    /// <summary>Who signed, in printed order.</summary>
    public ImmutableArray<Signer> Signers { get; init; } = [];

    /// <summary>Urgency, secrecy, circulation and copy marks.</summary>
    public Marks Marks { get; init; } = new();

    /// <summary>Stamps put on the letter later, such as ĐẾN, with their own number and date.</summary>
    public ImmutableArray<Stamp> Stamps { get; init; } = [];

    /// <summary>Digital signatures as the file or the page states them.</summary>
    public ImmutableArray<DigitalSignature> DigitalSignatures { get; init; } = [];

    /// <summary>What follows the letter in the file: annexes, other letters, the block of a copy. None of it is in the fields above.</summary>
    public ImmutableArray<LetterPart> Parts { get; init; } = [];

    /// <summary>How each page was read, and why.</summary>
    public ImmutableArray<PageReading> Pages { get; init; } = [];

    /// <summary>What was noticed on the way, each with a code and, where it has one, a place.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
