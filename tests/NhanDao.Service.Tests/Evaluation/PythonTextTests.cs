using NhanDao.Service.Evaluation;

namespace NhanDao.Service.Tests.Evaluation;

public class PythonTextTests
{
    [Theory]
    [InlineData(0.0625, 3, "0.062")] // an exact tie goes to the even digit; .NET says 0.063
    [InlineData(0.1875, 3, "0.188")]
    [InlineData(0.8125, 3, "0.812")]
    [InlineData(0.9375, 3, "0.938")]
    [InlineData(0.9995, 3, "1.000")] // its binary value is a little over the tie
    [InlineData(0.22737556561085973, 4, "0.2274")]
    [InlineData(1, 3, "1.000")]
    [InlineData(0, 4, "0.0000")]
    public void Rounds_as_Python_does(double value, int decimals, string text) => Assert.Equal(text, PythonText.Fixed(value, decimals));

    [Theory]
    [InlineData("đường", "'đường'")]
    [InlineData("a'b", "\"a'b\"")] // single quotes unless only they occur within
    [InlineData("a\"b'c", "'a\"b\\'c'")]
    [InlineData("a\nb\t\\", @"'a\nb\t\\'")]
    [InlineData("\u00a0\u200b\u0007", @"'\xa0\u200b\x07'")]
    [InlineData("😀", "'😀'")]
    public void Shows_text_as_Python_does(string text, string shown) => Assert.Equal(shown, PythonText.Repr(text));

    [Theory]
    [InlineData("tế", 1, "t")]
    [InlineData("𝐚b", 1, "𝐚")]
    [InlineData("ab", 5, "ab")]
    [InlineData("ab", 0, "")]
    public void Cuts_by_code_points(string text, int length, string prefix) => Assert.Equal(prefix, PythonText.Prefix(text, length));
}
