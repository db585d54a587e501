using System.Collections.Immutable;

namespace NhanDao.Service.Generation;

/// <summary>A kind of document as the generator prints it.</summary>
/// <param name="Name">Loại văn bản, lower-case.</param>
/// <param name="Code">Its code in the symbol; null for a state công văn, which has none.</param>
/// <param name="Titled">Whether its name is printed as a heading.</param>
/// <param name="Addressed">Whether it has Kính gửi.</param>
internal sealed record LetterType(string Name, string? Code, bool Titled, bool Addressed)
{
    public static LetterType StateLetter { get; } = new("công văn", null, Titled: false, Addressed: true);

    public static LetterType PartyLetter { get; } = new("công văn", "CV", Titled: false, Addressed: true);

    /// <summary>Named types of both regimes: Nghị định 30/2020/NĐ-CP phụ lục III; Hướng dẫn 36-HD/VPTW.</summary>
    public static ImmutableArray<LetterType> Named { get; } =
    [
        new("thông báo", "TB", Titled: true, Addressed: false),
        new("kế hoạch", "KH", Titled: true, Addressed: false),
        new("chỉ thị", "CT", Titled: true, Addressed: false),
        new("quyết định", "QĐ", Titled: true, Addressed: false),
        new("hướng dẫn", "HD", Titled: true, Addressed: false),
        new("báo cáo", "BC", Titled: true, Addressed: true),
        new("tờ trình", "TTr", Titled: true, Addressed: true),
        new("giấy mời", "GM", Titled: true, Addressed: true),
        new("kết luận", "KL", Titled: true, Addressed: false),
        new("chương trình", "CTr", Titled: true, Addressed: false),
    ];
}
