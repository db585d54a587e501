namespace NhanDao.Parsing.Model;

/// <summary>Who signed, and by what authority (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.7).</summary>
public sealed record Signer
{
    /// <summary>Authority line as printed: «KT. CHỦ TỊCH», «T/M BAN THƯỜNG VỤ».</summary>
    public Field<string> Authority { get; init; } = Field<string>.Absent;

    /// <summary>The signer's own post as printed: «PHÓ CHỦ TỊCH».</summary>
    public Field<string> Position { get; init; } = Field<string>.Absent;

    /// <summary>Họ và tên as printed.</summary>
    public Field<string> Name { get; init; } = Field<string>.Absent;
}
