using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Text;

public class VietnameseSyllableTests
{
    [Theory]
    [InlineData("nghiêng")] // the longest
    [InlineData("ỦY")]
    [InlineData("Uỷ")] // the older placement of the tone
    [InlineData("hòa")]
    [InlineData("hoà")]
    [InlineData("quyết")] // the u belongs to q
    [InlineData("giếng")] // gi + êng
    [InlineData("gì")] // g + i
    [InlineData("Đắc")]
    [InlineData("ươm")] // no onset
    [InlineData("khuỷu")]
    public void Knows_a_syllable(string word) => Assert.True(VietnameseSyllable.IsValid(word));

    [Theory]
    [InlineData("")]
    [InlineData("nghiêngs")]
    [InlineData("trởng")] // a lost ư
    [InlineData("céng")] // «cộng» in TCVN3
    [InlineData("hoäi")] // «hội» in VNI
    [InlineData("các.")] // not letters only
    [InlineData("cac")] // a stop takes a tone
    [InlineData("càc")] // sắc or nặng only
    [InlineData("kàng")]
    [InlineData("ngé")]
    [InlineData("hóạ")] // two tones
    [InlineData("UBND")]
    [InlineData("Ðảng")] // the Icelandic look-alike is another letter
    public void Knows_what_is_none(string word) => Assert.False(VietnameseSyllable.IsValid(word));

    [Fact]
    public void Counts_words_without_what_surrounds_them() =>
        Assert.Equal(4.0 / 7, VietnameseSyllable.Share(["(Sở", "Nội", "vụ),", "số", "12", "/QĐ", "trởng", "trëng"]), 6);
}
