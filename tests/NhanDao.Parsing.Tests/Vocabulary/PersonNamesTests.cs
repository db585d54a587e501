using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Tests.Vocabulary;

public class PersonNamesTests
{
    [Theory]
    [InlineData("Nguyễn Văn Hải", true)]
    [InlineData("Mai Sơn", true)]
    [InlineData("Y Thanh Hà Niê", false)] // right, but too rare to be sure of
    [InlineData("Văn Minh", false)] // the surname was lost
    [InlineData("Phó Chủ tịch", false)] // a word in lower case
    [InlineData("Nguyễn Trúc Glang", false)] // no syllable
    [InlineData("Sở Nội Vụ Tỉnh Sơn La", false)]
    public void Knows_a_name(string text, bool isName) => Assert.Equal(isName, PersonNames.IsName(text));

    [Theory]
    [InlineData("Nguyễn Trúc Glang", "Nguyễn Trúc Giang")]
    [InlineData("Xguyễn Văn An", "Nguyễn Văn An")]
    [InlineData("Website Sở", null)]
    [InlineData("Nguyễn Văn An", null)] // nothing to mend
    public void Mends_one_letter(string read, string? name) => Assert.Equal(name, PersonNames.Mend(read));
}
