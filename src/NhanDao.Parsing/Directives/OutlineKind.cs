using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Directives;

/// <summary>Says from the headings of a letter what it is, for a letter whose type was not read.</summary>
internal static partial class OutlineKind
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>«kế hoạch», «báo cáo», «tờ trình», or «» for what orders outright, like a công văn.</summary>
    public static string Infer(OutlineItem root)
    {
        bool surveys = false, aims = false, assigns = false;
        foreach (var item in root.Children)
        {
            if (item.Head is not { } head)
                continue;
            if (item.Label is null)
            {
                if (Proposal.IsMatch(head.Bare))
                    return "tờ trình";
                continue;
            }
            if (head.Words.Length > 20)
                continue;
            surveys |= Survey.IsMatch(head.Bare);
            aims |= Aim.IsMatch(head.Bare);
            assigns |= Assigning.IsMatch(head.Bare);
        }
        return aims && assigns ? "kế hoạch" : surveys && !assigns ? "báo cáo" : "";
    }

    /// <summary>«I. Kết quả thực hiện», «Tình hình triển khai», «Tồn tại, hạn chế», «Đánh giá chung».</summary>
    [GeneratedRegex(@"^\W*(ket qua|tinh hinh|danh gia|cong tac chi dao|ton tai|han che|kho khan|thuan loi)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Survey { get; }

    /// <summary>«I. Mục đích, yêu cầu», «Mục tiêu».</summary>
    [GeneratedRegex(@"^\W*(muc dich|muc tieu|quan diem|yeu cau\W*$)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Aim { get; }

    /// <summary>«IV. Tổ chức thực hiện», «Phân công nhiệm vụ».</summary>
    [GeneratedRegex(@"^\W*(to chuc,? (va )?(trien khai )?thuc hien|phan cong|trach nhiem)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Assigning { get; }

    /// <summary>«… kính trình … xem xét, phê duyệt».</summary>
    [GeneratedRegex(@"kinh trinh [^.]{0,120}(xem xet|phe duyet|quyet dinh|thong qua|ban hanh)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Proposal { get; }
}
