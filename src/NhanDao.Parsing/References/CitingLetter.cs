using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.References;

/// <summary>What the letter is that cites: it is no citation of itself, and nothing that it cites is later.</summary>
/// <param name="Type">Loại văn bản, lower-case; null when unread. «Chỉ thị này» in a chỉ thị is the letter itself.</param>
/// <param name="Number">Its own number.</param>
/// <param name="Date">Its own date.</param>
internal sealed record CitingLetter(string? Type, LetterNumber? Number, Field<PartialDate> Date)
{
    /// <summary>The day after which nothing cited can be; a date that is itself unsure says nothing about others.</summary>
    public DateOnly? Latest => Date.Confidence >= 0.8 ? Date.Value?.ToDate() : null;
}
