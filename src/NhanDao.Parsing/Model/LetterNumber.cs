namespace NhanDao.Parsing.Model;

/// <summary>Số và ký hiệu of a letter.</summary>
/// <param name="Ordinal">Digits as written, with leading zero and letter suffix («05», «3176b»); null when blank or unread.</param>
/// <param name="Symbol">What follows the first separator, spaces removed («UBND-VX», «CV/TU», «2025/QĐ-TTg»); null when unread.</param>
public sealed record LetterNumber(string? Ordinal, string? Symbol);
