using System.Collections.Immutable;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Letters;

/// <summary>A letter in a list.</summary>
/// <param name="Id">Its number here.</param>
/// <param name="Revision">Its newest revision.</param>
/// <param name="Type">Loại văn bản.</param>
/// <param name="Number">Số, ký hiệu.</param>
/// <param name="Issuer">Cơ quan ban hành.</param>
/// <param name="Date">ISO 8601, as far as it is known.</param>
/// <param name="Subject">Trích yếu.</param>
/// <param name="FileName">As the sender named the file.</param>
/// <param name="ReceivedAt">When it was read.</param>
/// <param name="Review">Fields to look at.</param>
/// <param name="Doubt">How much there is to look at; 0 when nothing is.</param>
internal sealed record LetterSummary(
    long Id, int Revision, string? Type, string? Number, string? Issuer, string? Date, string? Subject, string? FileName, DateTimeOffset ReceivedAt, ImmutableArray<string> Review, double Doubt)
{
    public static LetterSummary Of(LetterRow row) => new(
        row.Id, row.Revision, row.DocumentType, row.Number, row.Issuer, row.Date, row.Subject, row.FileName, row.ReceivedAt,
        [.. row.Review.Split(',', StringSplitOptions.RemoveEmptyEntries)], row.Doubt);
}

/// <summary>A page of a list.</summary>
/// <param name="Letters">The letters.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
internal sealed record LetterPage(ImmutableArray<LetterSummary> Letters, string? Next);
