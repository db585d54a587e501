namespace NhanDao.Parsing.Model;

/// <summary>What follows a letter in its file.</summary>
public enum PartKind
{
    /// <summary>Another letter with a letterhead of its own.</summary>
    Letter,

    /// <summary>Phụ lục, biểu mẫu: an annex of the letter before it.</summary>
    Annex,

    /// <summary>The block of whoever certified or issued a copy (SAO Y, SAO LỤC, TRÍCH SAO).</summary>
    Copy,

    /// <summary>Anything else that came with the letter: a form with a motto and no number, a draft, a table.</summary>
    Attachment,
}

/// <summary>A part of the file behind the letter. None of it is in the letter's fields.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="FirstPage">The page it begins on, in the file, from 1.</param>
/// <param name="LastPage">The page it ends on.</param>
/// <param name="Span">Where it stands in <see cref="Letter.Text"/>.</param>
/// <param name="Number">Its own number and symbol as printed; null when it has none or it was not read.</param>
public sealed record LetterPart(PartKind Kind, int FirstPage, int LastPage, TextSpan Span, string? Number);
