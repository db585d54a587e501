using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.References;

public class InkedNumberTests
{
    [Theory]
    [InlineData("Căn cứ Quyết định số ÁÉ/QĐ-UBND ngày 01/3/2019 của UBND tỉnh", "Quyết định số ÁÉ/QĐ")]
    [InlineData("Thực hiện Công văn số %Z ngày 01/3/2019 của Sở Y tế", "Công văn số %Z ngày 01/3/2019")]
    // empty: blank, not unreadable
    [InlineData("Quyết định số ........... /QĐ-SYT ngày    tháng    năm 2017", "")]
    // read
    [InlineData("Căn cứ Quyết định số 12/QĐ-UBND ngày 01/3/2019", "")]
    [InlineData("Căn cứ Quyết định số l2/QĐ-UBND ngày 01/3/2019", "")]
    // words
    [InlineData("Kế hoạch số hóa ngày 01/3/2019; Báo cáo số liệu năm 2019", "")]
    public void Says_so_where_type_and_cue_stand_before_ink(string text, string expected)
    {
        var problems = new List<Diagnostic>();
        Cited.References(text, problems);
        Assert.Equal(expected, string.Join(" | ", problems.Select(p => { Assert.Equal("reference.unreadableNumber", p.Code); return text.Substring(p.Span!.Value.Start, p.Span.Value.Length); })));
    }
}
