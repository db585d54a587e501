using System.Collections.Frozen;

namespace NhanDao.Parsing.References;

/// <summary>Words that end the name of a body or the title of a law, and words that go on with it.</summary>
internal static class NameWords
{
    /// <summary>Words that end a name when printed without a capital. Kept with their marks, because «vệ» in «bảo vệ» is not «về».</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Stops = new[]
    {
        "về", "vê", "vẻ", "cho", "đã", "được", "có", "gửi", "tại", "tạ", "theo", "trong", "trên", "để", "nhằm", "đến", "là", "do", "khi", "nếu", "này", "nêu", "số",
        "ngày", "như", "việc", "các", "của", "hoặc", "nhưng", "kèm", "với", "thì", "mà", "ký", "vào", "bằng", "sẽ", "cần", "phải", "đang", "không", "chưa", "trước",
        "sau", "cũng", "kể", "gồm", "cùng", "rằng", "vì", "nay", "còn", "tới", "qua", "giao", "trình", "mời", "năm", "tháng", "khóa", "khoá", "kỳ", "kì", "xin", "từ", "lại",
        "nhất", "nói", "nên", "nhận", "kính", "nghiêm", "kịp", "khẩn", "thấy",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Stop words that start with a word names have too: «ban hành» ends a name, «ủy ban nhân dân» does not.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StopPairs = new[]
    {
        "quy định", "qui định", "hướng dẫn", "sửa đổi", "ban hành", "phê duyệt", "công bố", "công nhận", "triển khai", "tổ chức", "thành lập", "yêu cầu", "chỉ đạo",
        "quyết định", "kết luận", "bãi bỏ", "thay thế", "đối tượng", "đính chính", "bổ sung", "tiếp tục", "thực hiện", "chấp thuận", "tăng cường", "đẩy mạnh",
        "kiện toàn", "phân công", "phân cấp", "phân bổ", "phối hợp", "ứng phó", "giải quyết", "tham gia", "tham mưu", "góp ý", "báo cáo", "kiểm tra", "hỗ trợ", "khuyến khích",
        "quán triệt", "cấp phép", "xử lý", "đôn đốc", "bố trí", "điều chỉnh", "điều động", "hiện hành", "thông qua", "thông báo", "giai đoạn", "nội dung", "đề nghị", "đề xuất",
        "bổ nhiệm", "thu hồi", "hủy bỏ", "huỷ bỏ", "rà soát", "nâng cao", "chi tiết", "chỉ tiết", "một số", "lấy ý", "cử cán", "miễn giảm", "xem xét", "tập trung", "hoàn thành",
        "tổng hợp", "kiểm soát", "đồng thời", "đồng ý", "chủ trì", "cụ thể", "đặc biệt", "bảo đảm", "đảm bảo", "phát huy", "phát hiện",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Stop words that stand in names behind these: «Ban chỉ đạo».</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotStopped = new[]
    {
        "dân số", "ban chỉ đạo", "ban tổ chức", "ban kiểm tra", "ban hỗ trợ",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Lower-case words behind a comma or «và» that go on with a name: «Phòng, chống …», «sự cố, thiên tai», «và phát triển nông thôn».</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GoesOn = new[]
    {
        "chống", "thiên", "tệ", "tìm", "cứu", "xã", "phát", "môi", "công", "đào", "du", "truyền", "đầu", "nhập", "xây", "miền", "tôn", "hải", "kế", "gia", "trẻ",
        "bảo", "thể", "phục", "kiểm", "giáo", "chế", "khoáng", "khoa", "thống", "chữa", "vật", "dịch", "thi", "thu", "thú", "an", "trị",
        "đô", "quy", "nông", "thủy", "thuỷ", "lâm", "năng", "tài", "hành", "hợp", "phòng", "sức",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word at [<paramref name="start"/>, <paramref name="end"/>) cannot stand inside a name.</summary>
    public static bool Ends(CitedText text, int start, int end)
    {
        if (text.IsCapital(start))
            return false;
        Span<char> lower = stackalloc char[64];
        var word = Lower(text, start, end, lower);
        if (Stops.Contains(word))
            return !FollowsIn(text, start, word);
        if (text[end] != ' ')
            return false;
        var pair = Lower(text, start, text.WordEnd(end + 1), lower);
        return StopPairs.Contains(pair) && !FollowsIn(text, start, pair);
    }

    /// <summary>Whether <paramref name="words"/> is part of a name's own words behind the word before it: «Ban chỉ đạo», «Dân số».</summary>
    private static bool FollowsIn(CitedText text, int start, ReadOnlySpan<char> words)
    {
        if (text[start - 1] != ' ')
            return false;
        Span<char> lower = stackalloc char[64];
        var before = text.WordStart(start - 1, 12);
        return NotStopped.Contains(Lower(text, before, start + words.Length, lower));
    }

    private static ReadOnlySpan<char> Lower(CitedText text, int start, int end, Span<char> lower)
    {
        var length = text.Printed[start..Math.Min(end, start + lower.Length)].ToLowerInvariant(lower);
        return lower[..length];
    }

    /// <summary>Whether a name goes on with the word behind its «và»: «và Môi trường», «và phát triển nông thôn», not «và Bộ Nội vụ».</summary>
    public static bool GoesOnBehindAnd(CitedText text, int at) =>
        text.IsCapital(at) ? !IsBody(text, at) : GoesOnBehindComma(text, at);

    /// <summary>Whether a lower-case word goes on with a name behind a comma.</summary>
    public static bool GoesOnBehindComma(CitedText text, int at)
    {
        Span<char> lower = stackalloc char[32];
        return GoesOn.Contains(Lower(text, at, text.WordEnd(at), lower));
    }

    /// <summary>Another body of its own, not the second half of this one: «và Bộ Nội vụ», «và UBND tỉnh»; not «và Môi trường», «và Công nghệ».</summary>
    public static bool IsBody(CitedText text, int at)
    {
        var end = text.WordEnd(at);
        var word = text.Folded[at..end];
        if (Bodies.Contains(word))
            return true;
        return text[end] == ' ' && BodyPairs.Contains(text.Folded[at..text.WordEnd(end + 1)]);
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bodies = new[]
    {
        "bo", "so", "ubnd", "hdnd", "ban", "cuc", "vien", "truong", "hoi", "bqp", "bca", "btc", "bch", "ubmttq", "mttq", "tand", "vksnd", "ttcp", "vpcp", "doan", "vu", "chanh", "bhxh",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BodyPairs = new[]
    {
        "uy ban", "hoi dong", "chinh phu", "thu tuong", "chu tich", "van phong", "tong cuc", "quoc hoi", "giam doc", "cong an", "thanh tra", "toa an", "tinh uy", "thanh uy",
        "huyen uy", "quan uy", "thi uy", "dang uy", "dang doan", "thuong truc", "ngan hang", "tap doan", "thu truong", "trung uong", "lien doan", "hiep hoi", "mat tran",
        "bi thu", "pho chu", "pho giam", "kho bac", "bao hiem", "chi cuc", "benh vien", "trung tam", "cong ty", "hoc vien", "dai hoc", "tinh doan", "thanh doan", "tong cong",
        "tong lien", "tong giam", "kiem toan", "quan khu", "hieu truong", "phong giao", "phong noi", "phong tai", "to cong", "thuong vu", "tieu ban", "nha xuat", "bao nhan", "dai phat", "dai truyen",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
