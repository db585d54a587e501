using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Directives;

/// <summary>From a whole letter to its directives.</summary>
public class DirectiveFinderTests
{
    [Theory]
    [InlineData("Giao Sở Xây dựng và Sở Tài chính đồng chủ trì, cùng với các Sở: Nội vụ, Tư pháp thẩm định hồ sơ.", "Sở Xây dựng|Sở Tài chính", "các Sở: Nội vụ, Tư pháp")]
    [InlineData("Công ty Điện lực Phú Yên chịu trách nhiệm phối hợp Ban Quản lý Khu kinh tế Phú Yên di dời lưới điện.", "Công ty Điện lực Phú Yên", "Ban Quản lý Khu kinh tế Phú Yên")]
    [InlineData("Nhiệm vụ này do Chi cục Kiểm lâm chủ trì, Hạt Kiểm lâm các huyện phối hợp thực hiện.", "Chi cục Kiểm lâm", "Hạt Kiểm lâm các huyện")] // passive
    [InlineData("Cơ quan chủ trì: Sở Khoa học và Công nghệ. Cơ quan phối hợp: Sở Y tế.", "Sở Khoa học và Công nghệ", "Sở Y tế")]
    [InlineData("Liên đoàn Lao động tỉnh chủ trì cùng Sở Nội vụ kiểm tra việc trả lương.", "Liên đoàn Lao động tỉnh", "Sở Nội vụ")]
    [InlineData("Sở Nội vụ sớm tham mưu bổ sung nhân sự; Sở Tư pháp cho ý kiến về thể thức.", "Sở Nội vụ|Sở Tư pháp", "")] // two clauses, two bodies
    [InlineData("Đối với Ủy ban nhân dân các huyện: tổ chức cưỡng chế trước ngày 01/3/2026.", "Ủy ban nhân dân các huyện", "")]
    [InlineData("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội vận động đoàn viên.", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh|các tổ chức chính trị - xã hội", "")]
    [InlineData("Trưởng phòng Văn hóa - Xã hội, Trưởng các thôn thống kê thiệt hại.", "Trưởng phòng Văn hóa - Xã hội|Trưởng các thôn", "")] // «phòng văn» is no «phỏng vấn»
    [InlineData("Kho bạc Nhà nước khu vực XIII, Ngân hàng Nhà nước chi nhánh Khu vực 9 tạo điều kiện giải ngân.", "Kho bạc Nhà nước khu vực XIII|Ngân hàng Nhà nước chi nhánh Khu vực 9", "")]
    [InlineData("Các đảng ủy trực thuộc Tỉnh ủy giao chỉ tiêu cụ thể cho từng chi bộ; phân công cấp ủy viên phụ trách.", "Các đảng ủy trực thuộc Tỉnh ủy", "")] // their own charging of others
    [InlineData("Bộ Y tế phối hợp với các Bộ: Công an, Tài chính và các cơ quan liên quan kiểm tra.", "Bộ Y tế", "các Bộ: Công an, Tài chính|các cơ quan liên quan")] // a field that is named like a body
    [InlineData("Sở Xây dựng phối hợp với các Bộ: Bộ Công an, Bộ Tài chính kiểm tra.", "Sở Xây dựng", "Bộ Công an|Bộ Tài chính")]
    [InlineData("Sở Y tế TP. Cần Thơ, Sở Y tế tỉnh Hậu Giang giám sát việc thu hồi.", "Sở Y tế TP. Cần Thơ|Sở Y tế tỉnh Hậu Giang", "")] // the stop of an abbreviation
    [InlineData("Giao Sở Y tế kiểm tra các trạm y tế trong TX. Sở Nội vụ bố trí nhân sự.", "Sở Y tế", "")]
    [InlineData("Tiếp tục quán triệt, thực hiện nghiêm các quy định về phòng cháy.", "", "")] // everybody addressed
    public void Says_who_leads_and_who_cooperates(string order, string leads, string cooperators)
    {
        var directive = Assert.Single(Letter($"1. {order}\n\n2. Tăng cường kiểm tra.").Directives, d => d.Label == "1");

        Assert.Equal(leads, Names(directive.Leads.Where(a => !a.Inherited)));
        Assert.Equal(cooperators, Names(directive.Cooperators));
    }

    [Theory]
    [InlineData("Công ty TNHH Dệt may Hòa Thọ 2", "Công ty TNHH Dệt may Hòa Thọ 2 thu hồi sản phẩm lỗi.", "Công ty TNHH Dệt may Hòa Thọ 2")]
    [InlineData("Ban Tuyên giáo và dân vận các huyện ủy", "Ban Tuyên giáo và dân vận các huyện ủy tham mưu cấp ủy tổ chức hội nghị.", "Ban Tuyên giáo và dân vận các huyện ủy")]
    [InlineData("Sở Y tế và Sở Nội vụ", "Sở Y tế và Sở Nội vụ rà soát danh sách.", "Sở Y tế|Sở Nội vụ")] // addressed together, still two
    [InlineData("Công ty TNHH Dệt may Hòa Thọ 2", "Công ty TNHH Dệt may Hòa Thọ thu hồi sản phẩm lỗi.", "Công ty TNHH Dệt may Hòa Thọ")] // another one
    public void Reads_a_body_as_far_as_the_letter_is_addressed_to_it(string addressee, string order, string leads) =>
        Assert.Equal(leads, Names(Letter($"1. {order}\n\n2. Tăng cường kiểm tra.", addressee: addressee).Directives[0].Leads));

    [Fact]
    public void Takes_what_is_quoted_from_another_document_for_no_order()
    {
        var letter = Letter("\"Điều 5. Trách nhiệm thi hành\n\n1. Sở Công Thương có trách nhiệm kiểm tra.\n\n2. Sở Y tế chịu trách nhiệm báo cáo.\"\n\nCăn cứ quy định nêu trên, đề nghị Sở Tư pháp hướng dẫn thực hiện.",
            "Điều 5 Nghị định số 12/2024/NĐ-CP ngày 02/02/2024 của Chính phủ quy định:");

        Assert.Equal([(null, "Sở Tư pháp")], letter.Directives.Select(d => (d.Label, Names(d.Leads))));
    }

    [Theory]
    [InlineData("\"Ngày hội non sông\" giao Sở Văn hóa chủ trì tổ chức.")] // only a title is quoted
    [InlineData("\"Giao Sở Văn hóa chủ trì tổ chức.")] // a mark that nothing closes
    public void Takes_a_stray_quotation_mark_for_no_quotation(string order) =>
        Assert.Equal("Sở Văn hóa", Names(Assert.Single(Letter(order, closing: "").Directives).Leads));

    [Fact]
    public void Says_that_what_names_nobody_binds_the_addressees()
    {
        var directive = Letter("1. Tăng cường kiểm tra an toàn hồ đập.\n\n2. Rà soát phương án ứng phó.").Directives[0];

        Assert.Equal([("Các sở, ban, ngành", true)], directive.Leads.Select(a => (a.Name, a.Inherited)));
    }

    [Fact]
    public void Says_that_the_items_of_a_list_inherit_from_the_sentence_that_opens_it()
    {
        var letter = Letter("1. Rà soát quy hoạch.\n\n2. Hoàn thành hồ sơ.", "Chủ tịch Ủy ban nhân dân tỉnh giao Sở Xây dựng triển khai các nội dung sau:");

        Assert.All(letter.Directives, d => Assert.Equal([("Sở Xây dựng", true)], d.Leads.Select(a => (a.Name, a.Inherited))));
    }

    [Theory]
    [InlineData("Giao Thanh tra tỉnh theo dõi, đôn đốc việc thực hiện.", "Thanh tra tỉnh")]
    [InlineData("Văn phòng UBND tỉnh chủ trì, phối hợp với Sở Nội vụ theo dõi, kiểm tra.", "Văn phòng UBND tỉnh")]
    [InlineData("Giao Sở Y tế kiểm tra cơ sở vật chất.", "")] // its own work, not others'
    [InlineData("Giao Sở Y tế báo cáo để Thanh tra tỉnh theo dõi.", "")]
    public void Says_who_follows_up(string order, string supervisors) =>
        Assert.Equal(supervisors, Names(Letter($"1. {order}\n\n2. Tăng cường kiểm tra.").Directives[0].Supervisors));

    [Theory]
    [InlineData("Sở Công Thương báo cáo Ủy ban nhân dân tỉnh (qua Sở Tài chính) trước ngày 20/5/2026.", "Ủy ban nhân dân tỉnh", "Sở Tài chính", "trước ngày 20/5/2026")]
    [InlineData("Tổng hợp kết quả, gửi về Bộ Nội vụ để tổng hợp.", "Bộ Nội vụ", "", null)]
    [InlineData("Định kỳ hằng quý báo cáo kết quả thực hiện bằng văn bản về Sở Xây dựng.", "Sở Xây dựng", "", "Định kỳ hằng quý")]
    public void Says_whom_to_report_to(string order, string to, string through, string? deadline)
    {
        var report = Letter($"1. {order}\n\n2. Tăng cường kiểm tra.").Directives[0].Report!;

        Assert.Equal((to, through, deadline), (Names(report.To), Names(report.Through), report.Deadline?.Raw));
    }

    [Theory]
    [InlineData("Tăng cường kiểm tra; nếu có vướng mắc, báo cáo Ủy ban nhân dân tỉnh xem xét.")] // only in case of trouble
    [InlineData("Rà soát theo báo cáo của Sở Tài chính.")] // a report that there is
    public void Takes_no_report_where_none_is_ordered(string order) =>
        Assert.Null(Letter($"1. {order}\n\n2. Tăng cường kiểm tra.").Directives[0].Report);

    [Theory]
    [InlineData("Công ty đã hoàn thành đường ống dài 4,7 km.")]
    [InlineData("Hồ sơ gồm 02 bộ, mỗi bộ có bản vẽ kèm theo.")]
    public void Takes_no_facts_for_directives(string fact) =>
        Assert.Empty(Letter($"1. {fact}\n\n2. Diện tích bị ảnh hưởng là 12 ha.", "Tình hình thiệt hại tính đến nay:", closing: "").Directives);

    [Fact]
    public void Reads_the_articles_of_a_decision_whose_type_is_misread()
    {
        var letter = new LetterParser().Parse("""
            ỦY BAN NHÂN DÂN
            TỈNH PHÚ YÊN

            Điều 1. Phê duyệt quy hoạch chi tiết khu dân cư phía nam.

            Điều 2. Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính công bố quy hoạch.

            Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Xây dựng chịu trách nhiệm thi hành Quyết định này.
            """);

        Assert.Equal(["Điều 2", "Điều 3"], letter.Directives.Select(d => d.Label));
    }

    [Fact]
    public void Doubts_what_a_list_with_a_lost_item_orders()
    {
        var whole = Letter("1. Giao Sở Y tế kiểm tra.\n\n2. Giao Sở Tài chính bố trí kinh phí.");
        var torn = Letter("2. Giao Sở Y tế kiểm tra.\n\n4. Giao Sở Tài chính bố trí kinh phí.");

        Assert.DoesNotContain("tasks", ReviewList.Of(whole));
        Assert.Contains("tasks", ReviewList.Of(torn));
    }

    private static Letter Letter(string items, string leadIn = "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu thực hiện các nội dung sau:", string closing = "Yêu cầu các cơ quan nghiêm túc thực hiện./.",
        string addressee = "Các sở, ban, ngành") =>
        new LetterParser().Parse($"""
            ỦY BAN NHÂN DÂN
            TỈNH PHÚ YÊN
            Số: 12/UBND-KT
            Phú Yên, ngày 05 tháng 3 năm 2026

            Kính gửi: {addressee}.

            {leadIn}

            {items}

            {closing}

            Nơi nhận:
            - Như trên;
            - Lưu: VT.
            """);

    private static string Names(IEnumerable<Assignee> bodies) => string.Join('|', bodies.Select(a => a.Name));
}
