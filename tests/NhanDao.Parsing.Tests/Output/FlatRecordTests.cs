using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Output;

public class FlatRecordTests
{
    private static readonly Letter Bare = new() { Text = new() { Content = "" } };

    [Fact]
    public void Gives_the_values_alone() => Assert.Equal(
        """
        {"id":"057_cv","file":"057_cv.pdf","documentType":"công văn",
        "issuer":{"name":"Sở Y tế","parent":"UBND tỉnh An Bình","coIssuers":["Sở Tài chính"],"inferred":true},
        "number":{"ordinal":null,"symbol":"UBND-VX","handwritten":false},
        "place":"An Bình","date":"2025-01","dateHandwritten":false,"subject":"\u0022an toàn\u0022 thực phẩm \u003Cdịp Tết\u003E \u0026 lễ hội",
        "addressees":["Các sở, ban, ngành"],"recipients":["Như trên","Lưu: VT"],
        "tasks":[{"label":"1","text":"Giao Sở Y tế chủ trì","assignees":["Sở Y tế"],"cooperators":["Sở Tài chính"],
        "deadline":"trước ngày 20/01/2025","deadlineDate":"2025-01-20"}],
        "references":[{"type":"Công văn","number":"45/BYT-KH","date":"2024-12-03","issuer":"Bộ Y tế"},
        {"type":"Luật","number":null,"date":null,"issuer":null,"title":"Luật An toàn thực phẩm"}],
        "signers":[{"authority":"KT. CHỦ TỊCH","position":"PHÓ CHỦ TỊCH","name":"Nguyễn Văn Mẫu"}],
        "marks":{"urgency":"KHẨN","secrecy":"MẬT"},
        "review":["date","recipients"]}
        """.ReplaceLineEndings(""),
        FlatJson.Write(FlatRecord.Of(SampleLetter.Create(), "in/057_cv.pdf"), indented: false));

    [Fact]
    public void A_letter_without_a_number_line_has_no_number() => Assert.Null(FlatRecord.Of(Bare, "a").Number);

    [Fact]
    public void A_handwritten_number_that_was_not_read_keeps_its_symbol()
    {
        Field<LetterNumber> number = new() { Status = FieldStatus.Handwritten, Value = new(null, "UBND-VX"), Confidence = 0.95 };

        var record = FlatRecord.Of(Bare with { Number = number }, "a");

        Assert.Equal(new FlatNumber(null, "UBND-VX", true), record.Number);
        Assert.Equal("number", Assert.Single(record.Review));
    }

    [Fact]
    public void What_a_task_inherited_is_not_given_as_printed() // the sample's second lead comes from the addressees
    {
        Assert.Equal("Sở Y tế", Assert.Single(FlatRecord.Of(SampleLetter.Create(), "a").Tasks[0].Assignees));
    }
}
