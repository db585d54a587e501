namespace NhanDao.Parsing.Tests.References;

public class BackwardMentionTests
{
    private const string Letter = "Thực hiện Công văn số 15/SYT-NVY ngày 01/3/2023 của Sở Y tế, Kế hoạch số 96/KH-UBND ngày 18/4/2025 của UBND tỉnh. ";

    [Theory]
    // said to stand above
    [InlineData("Các đơn vị báo cáo theo Công văn nêu trên.", "15/SYT-NVY: Công văn nêu trên")]
    [InlineData("Nội dung công văn đã nêu trên không đổi", "15/SYT-NVY: công văn đã nêu trên")]
    // «văn bản» may be any letter, and there is one
    [InlineData("Ngoài văn bản nói trên, các đơn vị", "15/SYT-NVY: văn bản nói trên")]
    // «trên» alone, at the end of its phrase
    [InlineData("Căn cứ Kế hoạch trên, các đơn vị", "96/KH-UBND: Kế hoạch trên")]
    [InlineData("nhiệm vụ trong Kế hoạch trên và các nhiệm vụ khác", "96/KH-UBND: Kế hoạch trên")]
    // a kế hoạch is not this công văn
    [InlineData("đôn đốc việc thực hiện Kế hoạch này.", "96/KH-UBND: Kế hoạch này")]
    public void Points_back_to_the_only_one_of_its_kind(string text, string expected) => Assert.Equal(expected, Extra(Letter + text));

    [Theory]
    // the letter itself
    [InlineData("đôn đốc việc thực hiện Công văn này.")]
    [InlineData("Văn bản này thay cho giấy mời.")]
    // a place, not a position in the text
    [InlineData("ban hành Kế hoạch trên địa bàn tỉnh")]
    [InlineData("xây dựng Kế hoạch trên cơ sở đề xuất")]
    // a body's name
    [InlineData("Giao Sở Kế hoạch nêu trên")]
    // which of them is not said
    [InlineData("Các Kế hoạch nêu trên")]
    // another kind, and a general word
    [InlineData("Căn cứ Nghị định nêu trên, theo kế hoạch này")]
    public void Leaves_what_is_another_thing(string text) => Assert.Equal("", Extra(Letter + text));

    [Fact]
    public void Two_of_one_kind_are_none() =>
        Assert.Equal("", Extra(Letter + "Tiếp theo Công văn số 16/SYT-NVY ngày 02/3/2023. Theo Công văn nêu trên,"));

    [Fact]
    public void What_comes_later_is_not_meant() =>
        Assert.Equal("", Extra("Theo Kế hoạch nêu trên, các đơn vị thực hiện Kế hoạch số 96/KH-UBND ngày 18/4/2025."));

    [Fact]
    public void A_decision_that_says_this_decision_means_itself() =>
        Assert.Equal("", Extra("Căn cứ Quyết định số 12/QĐ-UBND ngày 01/3/2019. Quyết định này có hiệu lực", "quyết định"));

    [Theory]
    [InlineData("Thực hiện Kế hoạch số 96/KH-UBND ngày 18/4/2025 của UBND tỉnh về phục hồi rừng (sau đây gọi tắt là Kế hoạch 96), các sở thực hiện Kế hoạch 96 trong năm.",
        "96/KH-UBND: Kế hoạch 96, Kế hoạch 96")]
    // what the decision approves goes by a name of its own
    [InlineData("Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án phát triển dữ liệu (gọi tắt là Đề án 06). Tổ công tác Đề án 06 họp.",
        "06/QĐ-TTg: Đề án 06, Đề án 06")]
    // a bare type word, but not in a body's name, before a number, or with «này»
    [InlineData("Công văn số 15/SYT-NVY ngày 01/3/2023 và Kế hoạch số 96/KH-UBND ngày 18/4/2025 (sau đây gọi là “Kế hoạch”). Sở Kế hoạch và Đầu tư thực hiện Kế hoạch, Kế hoạch Đầu tư công.",
        "96/KH-UBND: Kế hoạch, Kế hoạch")]
    // a short name of a body or a campaign is none of an instrument
    [InlineData("Nghị định số 126/2024/NĐ-CP ngày 08/10/2024 về hội (sau đây gọi là Hội). Hội hoạt động", "")]
    // two kế hoạch in the sentence
    [InlineData("Kế hoạch số 96/KH-UBND ngày 18/4/2025 thực hiện Kế hoạch số 12/KH-BYT ngày 01/02/2025 (sau đây gọi là Kế hoạch). Theo Kế hoạch, các sở", "")]
    public void A_short_name_that_the_letter_gives_is_a_mention(string text, string expected) => Assert.Equal(expected, Extra(text));

    /// <summary>The mentions that do not give the number: «15/SYT-NVY: Công văn nêu trên».</summary>
    private static string Extra(string text, string type = "công văn") => string.Join(" | ", Cited.References(text, [], type: type)
        .Select(r => (r.Number, Mentions: r.Mentions.Where(m => !m.Raw.Contains(r.Number!, StringComparison.Ordinal)).ToList()))
        .Where(r => r.Mentions.Count > 0).Select(r => $"{r.Number}: {string.Join(", ", r.Mentions.Select(m => m.Raw))}"));
}
