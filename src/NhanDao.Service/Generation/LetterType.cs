using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Service.Generation;

/// <summary>How the body of a type of document is built.</summary>
internal enum BodyForm
{
    /// <summary>Paragraphs and items that ask for something.</summary>
    Orders,

    /// <summary>Numbered facts.</summary>
    Facts,

    /// <summary>Căn cứ, an enacting word, Điều.</summary>
    Articles,

    /// <summary>I / 1 / a) / -, with the orders in the last part.</summary>
    Plan,

    /// <summary>Who met, and what was concluded.</summary>
    Conclusion,

    /// <summary>When and where.</summary>
    Invitation,
}

/// <summary>A kind of document as the generator prints it.</summary>
/// <param name="Name">Loại văn bản, lower-case.</param>
/// <param name="Code">Its code in the symbol; null for a state công văn, which has none.</param>
/// <param name="Titled">Whether its name is printed as a heading.</param>
/// <param name="Addressed">Whether it has Kính gửi.</param>
/// <param name="Form">How its body is built.</param>
internal sealed record LetterType(string Name, string? Code, bool Titled, bool Addressed, BodyForm Form = BodyForm.Orders)
{
    public static LetterType StateLetter { get; } = new("công văn", null, Titled: false, Addressed: true);

    public static LetterType PartyLetter { get; } = new("công văn", "CV", Titled: false, Addressed: true);

    private static readonly ImmutableArray<LetterType> Frequent =
    [
        new("thông báo", "TB", Titled: true, Addressed: false),
        new("thông báo", "TB", Titled: true, Addressed: false, BodyForm.Conclusion),
        new("kế hoạch", "KH", Titled: true, Addressed: false, BodyForm.Plan),
        new("chỉ thị", "CT", Titled: true, Addressed: false),
        new("quyết định", "QĐ", Titled: true, Addressed: false, BodyForm.Articles),
        new("hướng dẫn", "HD", Titled: true, Addressed: false),
        new("báo cáo", "BC", Titled: true, Addressed: true, BodyForm.Facts),
        new("báo cáo", "BC", Titled: true, Addressed: false, BodyForm.Plan),
        new("tờ trình", "TTr", Titled: true, Addressed: true, BodyForm.Facts),
        new("giấy mời", "GM", Titled: true, Addressed: true, BodyForm.Invitation),
        new("kết luận", "KL", Titled: true, Addressed: false, BodyForm.Conclusion),
        new("chương trình", "CTr", Titled: true, Addressed: false, BodyForm.Plan),
        new("công điện", "CĐ", Titled: true, Addressed: true),
        new("nghị quyết", "NQ", Titled: true, Addressed: false, BodyForm.Articles),
    ];

    /// <summary>Named types: Nghị định 30/2020/NĐ-CP phụ lục III, or the party's Quy định 399-QĐ/TW; each but the frequent ones once.</summary>
    public static ImmutableArray<LetterType> Named(Regime regime) => regime == Regime.Party ? OfParty : OfState;

    private static readonly ImmutableArray<LetterType> OfState = WithRare("doc_types_state_nd30", "abbr_nd30"), OfParty = WithRare("doc_types_party", "symbol");

    private static ImmutableArray<LetterType> WithRare(string table, string code) =>
    [
        .. Frequent, .. Frequent,
        .. VocabularyTable.Open(table).Columns("name", code)
            .Select(row => (Name: row.First.Split('(')[0].Trim().ToLowerInvariant(), Code: row.Second))
            .Where(row => row.Code.Length > 0 && row.Name != "công văn" && Frequent.All(f => f.Name != row.Name))
            .Select(row => new LetterType(row.Name, row.Code, Titled: true, Addressed: row.Name is "phiếu chuyển" or "phiếu gửi" or "phiếu báo", FormOf(row.Name))),
    ];

    private static BodyForm FormOf(string name) => name switch
    {
        "quy chế" or "quy định" => BodyForm.Articles,
        "đề án" or "dự án" or "phương án" => BodyForm.Plan,
        _ => BodyForm.Facts,
    };
}
