namespace NhanDao.Parsing.Tests.References;

public class RelationTests
{
    [Theory]
    [InlineData("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", "Basis")]
    [InlineData("Thực hiện Công văn số 15/SYT-NVY ngày 01/3/2023", "CarriesOut")]
    // the nearer opener says more
    [InlineData("Căn cứ tình hình thực tế, tiếp tục thực hiện Kết luận số 44-KL/TW", "CarriesOut")]
    [InlineData("Tiếp theo Công văn số 15/SYT-NVY ngày 01/3/2023", "Follows")]
    [InlineData("Phúc đáp Công văn số 15/SYT-NVY ngày 01/3/2023", "Answers")]
    [InlineData("Quyết định này thay thế Quyết định số 12/QĐ-UBND ngày 01/3/2019", "Replaces")]
    [InlineData("Bãi bỏ các Quyết định số 12/QĐ-UBND ngày 01/3/2019 và số 13/QĐ-UBND ngày 02/3/2019", "Repeals, Repeals")]
    [InlineData("Đính chính Công văn số 455/SYT-NVD ngày 17/4/2018", "Corrects")]
    // it is the first that amends the second, not the letter
    [InlineData("Căn cứ Nghị định số 59/2024/NĐ-CP ngày 25/5/2024 sửa đổi, bổ sung một số điều của Nghị định số 34/2016/NĐ-CP", "Basis, Mentioned")]
    // the list goes on behind a title; a sentence ends it
    [InlineData("Thực hiện Kế hoạch số 9/KH-UBND ngày 18/4/2025 về trồng rừng và Kết luận số 8-KL/TU ngày 14/3/2025. Ngoài ra, Công văn số 7/SYT-NVY", "CarriesOut, CarriesOut, Mentioned")]
    [InlineData("quy định ban hành kèm theo Quyết định số 12/QĐ-UBND", "Mentioned")]
    public void Says_what_an_instrument_is_to_the_letter(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Cited.References(text, []).Select(r => r.Relation)));

    [Theory]
    [InlineData("Nghị định số 30/2020/NĐ-CP", "30/2020/nđ-cp")]
    [InlineData("Chỉ thị số 018/CT-TTg, ngày 09/7/2018 của Thủ tướng Chính phủ", "18/ct-ttg@2018")]
    // numbers of the central party bodies start again every term
    [InlineData("Kết luận số 44-KL/TW ngày 14/11/2022 của Ban Bí thư", "44-kl/tw@xiii")]
    [InlineData("Chỉ thị số 43-CT/TW của Ban Bí thư khóa X", "43-ct/tw@x")]
    // every province has a 12/QĐ-UBND
    [InlineData("Quyết định số 12/QĐ-UBND ngày 01/3/2019 của UBND tỉnh Cần Thơ", "12/qđ-ubnd@2019@tinh can tho")]
    [InlineData("Luật Đất đai năm 2024", "luật đất đai@2024")]
    // too little to tell it from others
    [InlineData("Quyết định số 12/QĐ-UBND ngày 01/3/2019 của UBND tỉnh", null)]
    [InlineData("Chỉ thị số 18/CT-TTg", null)]
    [InlineData("Kết luận số 44-KL/TW", null)]
    [InlineData("Luật Đất đai", null)]
    public void Names_an_instrument_the_same_in_every_letter(string text, string? expected) =>
        Assert.Equal(expected, Assert.Single(Cited.References(text, [])).CanonicalId);
}
