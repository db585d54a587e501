namespace NhanDao.Parsing.Directives;

/// <summary>Where the name of a body or a post begins («các Sở», «Giám đốc», «tổ chức, cá nhân»), and where what it does begins.</summary>
internal static class BodyHeads
{
    /// <summary>Whether a body's name begins at a word, seen from within a list.</summary>
    public static bool Begins(Passage passage, int at)
    {
        if (at >= passage.Words.Length)
            return false;
        var quantified = SkipQuantifier(passage, at);
        return quantified > at ? Read(passage, quantified, lower: true) is not null
            : Read(passage, at, lower: false) is not null
            // «…, đảng ủy các xã, phường»: a common noun over others is a body of its own.
            || (Read(passage, at, lower: true) is ( > 1 and var length, _) && passage.Words[at + length - 1].After == ' ' && passage.Key(at + length, 1) is "cac" && !IsVerbAt(passage, at));
    }

    public static (int Length, BodyHead Kind)? Read(Passage passage, int at, bool lower)
    {
        if (at >= passage.Words.Length)
            return null;
        var word = passage.Words[at];
        if (passage.Key(at, 2) is { IsEmpty: false } two && BodyWords.IsNoBody(two) && (!passage.Words[at + 1].Capital || IsAllCapitals(passage, at)))
            return null;
        if (passage.Key(at, 2) is "to chuc" && !IsOrganisation(passage, at, lower))
            return null;
        if (passage.Key(at, 1) is "quan" && passage.Printed(at) is not ("quận" or "Quận" or "QUẬN" or "quân" or "Quân" or "QUÂN"))
            return null; // «Quan hệ lao động», «quan trọng»
        if (passage.Key(at, 2) is "lanh dao" && (word.Capital || !lower) && !LeadersOf(passage, at + 2))
            return null;
        if (passage.Key(at, 1) is "truong" && passage.Key(at + 1, 1) is "cac" or "phong" or "ban" && passage.Printed(at) is "trưởng" or "Trưởng")
            return (1, BodyHead.Post);
        for (var count = BodyWords.LongestKey; count >= 1; count--)
        {
            var key = passage.Key(at, count);
            if (key.IsEmpty)
                continue;
            var isCommon = BodyWords.IsCommon(key);
            if (BodyWords.IsOrganOrPost(key, out var kind)
                && (word.Capital || (kind == BodyHead.Post && count > 1) || (!isCommon && lower && count > 1) || NameFollows(passage, at + count)))
                return (count, kind);
            if (isCommon && (lower || word.Capital))
                return (count, BodyHead.Common);
        }
        return null;
    }

    /// <summary>«BÁO CÁO»; «Phòng Văn hóa» begins a name, though «phỏng vấn» does not.</summary>
    private static bool IsAllCapitals(Passage passage, int at) => passage.Words[at].Capital && passage.Words[at].End - passage.Words[at].Start > 1 && char.IsUpper(passage.Printed(at)[^1]);

    /// <summary>«lãnh đạo Sở», «lãnh đạo các đơn vị»; «Lãnh đạo, chỉ đạo …» is a verb.</summary>
    private static bool LeadersOf(Passage passage, int at) =>
        at < passage.Words.Length && passage.MarkBefore(at) == ' ' && (passage.Key(at, 1) is "cac" || passage.Words[at].Capital);

    /// <summary>«tổ chức» as a noun: «các tổ chức», «tổ chức, cá nhân», «tổ chức chính trị»; else it is a verb.</summary>
    public static bool IsOrganisation(Passage passage, int at, bool quantified) =>
        (quantified && at > 0 && passage.Key(at - 1, 1) is "cac" or "nhung" or "moi")
        || (at + 2 < passage.Words.Length && (passage.Key(at + 2, 2) is "ca nhan" or "chinh tri" or "lien quan" or "co lien" or "thanh vien" || passage.Key(at + 2, 1) is "dang"));

    /// <summary>A lower-case organ is one when a proper name stands behind it: «phòng Kế hoạch».</summary>
    private static bool NameFollows(Passage passage, int at) =>
        at < passage.Words.Length && passage.Words[at].Capital && passage.Words[at - 1].After == ' ' && char.IsLetter(passage.Text[passage.Words[at].Start]);

    /// <summary>«các», «những», «một số», «toàn thể», «các đồng chí».</summary>
    public static int SkipQuantifier(Passage passage, int at)
    {
        while (at < passage.Words.Length)
            if (passage.Key(at, 2) is "cac ong" && at + 2 < passage.Words.Length && passage.Key(at + 2, 1) is "ba" && passage.Words[at + 1].After is '(' or ',')
                at += 3; // «Các ông (bà) Chánh Văn phòng …»
            else if (passage.Key(at, 2) is "mot so" or "toan the" or "tat ca")
                at += 2;
            else if (passage.Key(at, 1) is "cac" or "nhung" || (passage.Key(at, 1) is "moi" or "quy" && IsMarkedQuantifier(passage, at)))
                at += 1;
            else
                break;
        return at;
    }

    /// <summary>«mỗi», «mọi», «quý»; not «Môi trường», «Quỹ».</summary>
    private static bool IsMarkedQuantifier(Passage passage, int at) =>
        passage.Printed(at) is "mỗi" or "mọi" or "quý" or "Quý" or "Mỗi" or "Mọi";

    /// <summary>Whether what stands at a word is something a body does.</summary>
    public static bool IsVerbAt(Passage passage, int at)
    {
        for (var count = 4; count >= 2; count--)
            if (passage.Key(at, count) is { IsEmpty: false } key && BodyWords.IsVerb(key) && !IsSecondHalf(passage, at, key))
                return true;
        return false;
    }

    /// <summary>«Đầu tư rà soát»: without marks «tư rà» is «tự rà», a verb.</summary>
    private static bool IsSecondHalf(Passage passage, int at, ReadOnlySpan<char> key) => key.StartsWith("tu ") && passage.Printed(at) is "tư" or "Tư" or "từ" or "Từ";

    public static bool IsStopAt(Passage passage, int at) =>
        at < passage.Words.Length && !(at > 0 && BodyWords.IsWholeWord(passage.Key(at - 1, 2))) && !BodyWords.IsWholeWord(passage.Key(at, 2)) && BodyWords.IsStop(passage.Text[passage.Words[at].Start..passage.Words[at].End].ToLowerInvariant());
}
