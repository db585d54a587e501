using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Output;

/// <summary>An invented letter in which every member of the model holds something.</summary>
internal static class SampleLetter
{
    public static Letter Create()
    {
        var content = "Số: /UBND-VX\nGiao Sở Y tế thực hiện Công văn số 45/BYT-KH.\n";
        var span = new TextSpan(0, 12);
        PageBox box = new(1, 72.5, 80, 120, 14);
        return new()
        {
            Text = new() { Content = content },
            Regime = Regime.MassOrganisation,
            DocumentType = Sure("công văn"),
            Issuer = Sure(new Issuer("Sở Y tế", "UBND tỉnh An Bình") { CoIssuers = ["Sở Tài chính"] }) with { Status = FieldStatus.Inferred },
            Number = new() { Status = FieldStatus.Blank, Value = new(null, "UBND-VX"), Raw = "Số: /UBND-VX", Span = span, Boxes = [box], Confidence = 0.9, Source = "number.state" },
            Place = Sure("An Bình"),
            Date = new()
            {
                Status = FieldStatus.Conflicting,
                Value = new(2025, 1),
                Confidence = 0.5,
                Candidates = [new(new(2025, 1, 15), "signature.field", 0.7, null), new(new(2024), "date.line", 0.3, span)],
            },
            Subject = Sure("\"an toàn\" thực phẩm <dịp Tết> & lễ hội"),
            Addressees = [Sure("Các sở, ban, ngành")],
            Recipients = [Sure("Như trên"), Sure("Lưu: VT")],
            Directives =
            [
                new()
                {
                    Label = "1",
                    Text = "Giao Sở Y tế chủ trì",
                    Span = new(13, 20),
                    Boxes = [box],
                    Leads = [new("Sở Y tế", new(18, 7)), new("Các sở", new(0, 1), Inherited: true)],
                    Cooperators = [new("Sở Tài chính", new(0, 3))],
                    Deadline = new("trước ngày 20/01/2025", new(0, 2), new(2025, 1, 20)),
                    Children = [new() { Text = "việc con", Span = new(13, 2), Confidence = 0.8, Source = "directive.item" }],
                    Confidence = 0.95,
                    Source = "directive.item",
                },
            ],
            References =
            [
                new() { Type = "Công văn", Number = "45/BYT-KH", Date = Sure(new PartialDate(2024, 12, 3)), Issuer = "Bộ Y tế", Confidence = 0.9, Mentions = [new("Công văn số 45/BYT-KH", new(39, 21), [box])] },
                new() { Type = "Luật", Title = "Luật An toàn thực phẩm", Confidence = 0.9 },
            ],
            Signers = [new() { Authority = Sure("KT. CHỦ TỊCH"), Position = Sure("PHÓ CHỦ TỊCH"), Name = Sure("Nguyễn Văn Mẫu") }],
            Marks = new() { Urgency = Sure("KHẨN"), Secrecy = Sure("MẬT"), Circulation = Sure("LƯU HÀNH NỘI BỘ"), Copy = Sure("SAO Y") },
            Stamps = [new("ĐẾN", "112", new(2025, 1, 17), span, [box])],
            DigitalSignatures = [new("Nguyễn Văn Mẫu", "UBND tỉnh An Bình", new DateTimeOffset(2025, 1, 15, 9, 30, 0, TimeSpan.FromHours(7)), "signature.field")],
            Parts = [new(PartKind.Annex, 2, 3, span, null), new(PartKind.Letter, 4, 4, span, "15/SYT-KH")],
            Pages = [new(1, 595, 842, ReadingMethod.Ocr, "no text layer", 0.93)],
            Diagnostics = [new("number.blank", Severity.Note, "The number is blank.", span), new("recipients.cut", Severity.Warning, "The list may be cut off.")],
        };
    }

    public static Field<T> Sure<T>(T value)
        where T : class => new() { Status = FieldStatus.Present, Value = value, Confidence = 0.97, Source = "test" };
}
