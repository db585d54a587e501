using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Directives;

/// <summary>The paragraphs that end a letter.</summary>
internal static partial class Closings
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Whether a plain paragraph behind a list opens like the end of the letter.</summary>
    public static bool Opens(Passage passage) => Openings.IsMatch(passage.Bare);

    /// <summary>A closing that orders no more than «thực hiện»; not one that sets a report or a deadline.</summary>
    /// <param name="passage">The paragraph.</param>
    /// <param name="hasDeadline">Whether it sets one.</param>
    /// <param name="isFirst">Whether nothing before it orders anything: then «triển khai thực hiện» is the order itself.</param>
    public static bool IsRoutine(Passage passage, bool hasDeadline, bool isFirst) =>
        Thanks.IsMatch(passage.Bare) || Received.IsMatch(passage.Bare)
        || (!hasDeadline && !isFirst && Carrying.IsMatch(passage.Bare) && !SetsReport(passage.Bare));

    /// <summary>«báo cáo kết quả … về UBND tỉnh», «thường xuyên báo cáo»; a report only in case of trouble is none.</summary>
    public static bool SetsReport(string bare)
    {
        foreach (var match in Report.EnumerateMatches(bare))
        {
            var sentence = bare.LastIndexOf('.', Math.Max(0, match.Index - 1)) + 1;
            if (!Conditional.IsMatch(bare.AsSpan(sentence, match.Index - sentence)))
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"^\W*(yeu cau|de nghi|can cu (chi thi|cong van|noi dung|ke hoach|thong bao)|nhan duoc|trong qua trinh|tren day|giao \w+|ket thuc|nay[, ]|chi thi nay|cong van nay|cong dien nay|thong bao nay|ke hoach nay|thu truong|(chu tich )?(ubnd|uy ban nhan dan)( \w+){0,6} (yeu cau|de nghi|thong bao)|van phong ubnd|tran trong|rat mong|(so|bo|cuc|tong cuc|van phong|hoi|ban|phong|lien doan|dang uy|tinh uy|huyen uy|thanh uy|tinh doan|ubnd|uy ban)( [\w,]+){1,10} (yeu cau|de nghi|thong bao|mong|kinh trinh|kinh de nghi|kinh mong|tran trong kinh trinh)|cac (don vi|co quan|dia phuong)( [\w,]+){0,6} (bao cao|gui ket qua)|ban thuong vu|thuong truc|truong hop|neu |moi |qua trinh|kinh (de nghi|trinh|mong)|de [^.]{0,160}(de nghi|yeu cau) |can cu [^.]{0,30} nay,|to chuc thuc hien|trong khi)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Openings { get; }

    /// <summary>«Trân trọng.», «… để báo cáo./.», «Trên đây là …».</summary>
    [GeneratedRegex(@"^\W*((xin )?tran trong( cam on| kinh chao)?\W*$|tren day la|(xin )?chan thanh)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Thanks { get; }

    /// <summary>«Nhận được công văn, yêu cầu … thực hiện», «Mọi chi tiết liên hệ …».</summary>
    [GeneratedRegex(@"^\W*(nhan duoc (cong van|van ban|thong bao|cong dien)|moi (chi|thong tin|chi tiet|thac mac|vuong mac)|moi [a-z ]{0,30}lien he|thong tin chi tiet)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Received { get; }

    /// <summary>«… nghiêm túc triển khai thực hiện», «… biết, thực hiện», «… thực hiện nghiêm túc Công văn này».</summary>
    [GeneratedRegex(@"(nghiem tuc|nghiem|khan truong|quan tam|phoi hop|biet va|biet,|bao cao|trien khai|to chuc|chi dao|kip thoi|tap trung|chu dong|duoc biet|can cu)[^.;]{0,60}thuc hien|thuc hien (nghiem|tot|nghiem tuc)|de (biet|bao cao)|nay, thong bao|trien khai\W*$", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Carrying { get; }

    [GeneratedRegex(@"bao cao (ket qua|viec|tinh hinh|[^.;]{0,60}(ve|gui|cho|kq|uy ban|ubnd))", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Report { get; }

    /// <summary>«nếu có vướng mắc», «trường hợp phát sinh».</summary>
    [GeneratedRegex(@"(neu |truong hop|vuong mac|kho khan|phat sinh)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Conditional { get; }
}
