using System.Collections.Immutable;

namespace NhanDao.Parsing.Model;

/// <summary>Marks stamped or printed on the letter by its issuer.</summary>
public sealed record Marks
{
    /// <summary>Độ khẩn: «HỎA TỐC», «THƯỢNG KHẨN», «KHẨN».</summary>
    public Field<string> Urgency { get; init; } = Field<string>.Absent;

    /// <summary>Độ mật: «TUYỆT MẬT», «TỐI MẬT», «MẬT».</summary>
    public Field<string> Secrecy { get; init; } = Field<string>.Absent;

    /// <summary>Phạm vi lưu hành: «XEM XONG TRẢ LẠI», «LƯU HÀNH NỘI BỘ».</summary>
    public Field<string> Circulation { get; init; } = Field<string>.Absent;

    /// <summary>Hình thức sao: «SAO Y», «SAO LỤC», «TRÍCH SAO».</summary>
    public Field<string> Copy { get; init; } = Field<string>.Absent;
}

/// <summary>A stamp put on the letter by whoever received it (dấu đến).</summary>
/// <param name="Kind">«ĐẾN».</param>
/// <param name="Number">The stamp's own number; null when unread.</param>
/// <param name="Date">The stamp's own date; null when unread.</param>
/// <param name="Span">Where it stands in <see cref="Letter.Text"/>.</param>
/// <param name="Boxes">Where it stands on the scan.</param>
public sealed record Stamp(string Kind, string? Number, PartialDate? Date, TextSpan Span, ImmutableArray<PageBox> Boxes);

/// <summary>A digital signature, as the PDF or the printed signature box states it. Nothing is verified here.</summary>
/// <param name="Signer">Who signed («Ký bởi»); null when not stated.</param>
/// <param name="Organisation">«Cơ quan»; null when not stated.</param>
/// <param name="Time">When; null when not stated.</param>
/// <param name="Source">«signature.field» for a PDF signature field, «signature.printed» for words on the page.</param>
public sealed record DigitalSignature(string? Signer, string? Organisation, DateTimeOffset? Time, string Source);
