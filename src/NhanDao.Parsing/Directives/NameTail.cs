namespace NhanDao.Parsing.Directives;

/// <summary>How far the name of a body goes: «Sở Nông nghiệp và Phát triển nông thôn», «các sở, ban, ngành», «UBND các huyện, thị xã».</summary>
internal static class NameTail
{
    private const int LongestUnknownRun = 4;

    public static int Read(Passage passage, int head, int at, BodyHead kind)
    {
        var words = passage.Words;
        var common = kind == BodyHead.Common;
        var governsAll = passage.Key(head, 2) is "dang doan" or "ban can";
        bool place = false, listed = false, closed = false, tailed = false;
        var bareOrgan = kind == BodyHead.Organ && (at - head == 1 || !words[head].Capital) ? at : -1; // «các Sở», without a name so far
        var unknown = 0;
        for (var first = at; at < words.Length;)
        {
            var mark = passage.MarkBefore(at);
            if (words[at].Depth != words[head].Depth)
            {
                if (words[at].Depth < words[head].Depth || common || !words[at].Capital || BracketEnd(passage, at) is not (var end and > 0) || end - at < 3)
                    break;
                at = end; // «(Cơ quan Thường trực về Phòng, chống thiên tai)» belongs to the name
                continue;
            }
            if (mark is '.' or ';' or '!' or '?')
                break;
            if (mark == ':')
            {
                if (!words[at].Capital || (BodyHeads.Begins(passage, at) && passage.Key(head, 2) is not "giam doc") || IsDuty(passage, at) || !IsCollective(passage, head, at))
                    break;
                listed = true; // «các Sở: Tài chính, Công Thương», «Giám đốc: Sở A, Sở B»
                at++;
                continue;
            }
            if (mark == ',')
            {
                // «các Sở, ngành»: an organ without a name of its own is no more than a common noun.
                var nameless = at == bareOrgan;
                var length = Coordinated(passage, at, common || nameless, place);
                common |= length > 0 && nameless;
                if (length == 0 && listed && words[at].Capital && !IsDuty(passage, at) && (!BodyHeads.Begins(passage, at) || (passage.Key(head, 2) is "giam doc" && passage.Key(at, 1) is "so") || (passage.Key(at, 2) is "cong an" && words[at + 1].After is ',' or ';')))
                    length = 1;
                if (length == 0 && !BodyHeads.Begins(passage, at) && kind == BodyHead.Organ && words[at].Capital && ColonFollows(passage, at))
                    length = 1; // «Trung tâm Truyền thông, Giáo dục sức khỏe: …»
                if (length == 0 && !BodyHeads.Begins(passage, at) && kind == BodyHead.Organ && words[at].Capital && AndFollows(passage, at))
                    length = 1;
                if (length == 0 && passage.Key(at, 2) is "chua benh" or "chua chay" or "cuu ho" or "cuu nan" && NameSyllables.JoinsOverComma(passage, at))
                    length = 2; // «khám bệnh, chữa bệnh»
                if (length == 0 && passage.Key(at, 1) is "chong" && passage.Key(at - 1, 1) is "phong")
                    length = 1; // «Trung tâm Phòng, chống HIV/AIDS»
                if (length == 0 && governsAll && passage.Key(at, 1) is "cac" && BodyHeads.Read(passage, at + 1, lower: true) is var (governed, _))
                    length = 1 + governed;
                if (length == 0)
                    break;
                at += length;
                unknown = 0;
                continue;
            }
            if (passage.Key(at, 1) is "va" or "&" or "-" or "hoac")
            {
                var length = passage.Key(at, 1) is "-" ? (at + 1 < words.Length && words[at + 1].Capital ? 1 : place && at + 1 < words.Length ? Place(passage, at + 1) : 0) : Coordinated(passage, at + 1, common && !tailed, place);
                if (length == 0 && passage.Key(at - 1, 1) is "hdnd" or "dbqh" || passage.Key(at - 4, 4) is "hoi dong nhan dan" || passage.Key(at - 2, 2) is "quoc hoi")
                    length = passage.Key(head, 2) is "van phong" || passage.Key(head, 3) is "chanh van phong" ? 1 : length; // «Văn phòng HĐND và UBND» is one office
                if (length == 0 && at + 1 < words.Length && !BodyHeads.Begins(passage, at + 1) && (words[at + 1].Capital || IsNameHalf(passage, at + 1)) && words[at].After == ' ')
                    length = words[at + 1].Capital ? 1 : 2;
                if (length == 0 && passage.Key(at + 1, 1) is "cac" && passage.Key(at + 2, 1) is "khu" or "kcn" or "kkt" or "cum")
                    length = 2; // «Ban Quản lý Khu kinh tế X và các Khu công nghiệp Y»
                if (length == 0)
                    break;
                at += 1 + length;
                unknown = 0;
                continue;
            }
            if (Tail(passage, at) is > 0 and var tail && (tail > 1 || !BodyHeads.IsVerbAt(passage, at)))
            {
                place = IsPlace(passage, at + tail - 1);
                tailed |= tail > 1 && !place;
                at += tail;
                unknown = 0;
                closed = true; // behind it no more words of a name come, but capitals
                continue;
            }
            if (at > first || kind == BodyHead.Organ)
                if (Compound(passage, at) is > 0 and var compound && (words[at].Capital || compound > 2))
                {
                    at += compound;
                    continue;
                }
            if (words[at].Capital && (!place || !BodyHeads.IsVerbAt(passage, at)) && !(common && BodyHeads.IsVerbAt(passage, at)))
            {
                closed = false;
                unknown = 0;
                at++;
                continue;
            }
            if (passage.Key(at, 3) is "co ten tai" or "co ten trong")
            {
                at += passage.Key(at + 3, 1) is "dieu" ? 5 : 3; // «các ông, bà có tên tại Điều 1»
                at = Math.Min(at, words.Length);
                continue;
            }
            if (char.IsDigit(passage.Text[words[at].Start]) && at - head > 1 && passage.Key(at - 1, 1) is "vuc" or "vung" or "so" or "quan" or "phuong" or "tinh" or "to")
            {
                at++; // «Kho bạc Nhà nước khu vực 9», «Bệnh viện Sản nhi số 1»
                closed = true;
                continue;
            }
            if (BodyHeads.IsVerbAt(passage, at) || BodyHeads.IsStopAt(passage, at) || char.IsDigit(passage.Text[words[at].Start]))
            {
                if (BodyHeads.Read(passage, at, lower: true) is (var inner, BodyHead.Post) && kind == BodyHead.Post)
                {
                    at += inner;
                    continue;
                }
                break;
            }
            if (passage.Key(at, 1) is "cac" or "cua" && BodyHeads.Begins(passage, at + (passage.Key(at, 1) is "cua" ? 1 : 0)))
            {
                at += 1;
                if (BodyHeads.Read(passage, at, lower: true) is var (innerLength, innerKind))
                {
                    at += innerLength;
                    common = innerKind == BodyHead.Common || common;
                    place = IsPlace(passage, at - 1);
                    bareOrgan = innerKind == BodyHead.Organ && innerLength == 1 ? at : -1;
                }
                continue;
            }
            if (BodyHeads.Read(passage, at, lower: true) is var (length2, kind2) && at > head)
            {
                at += length2;
                common |= kind2 == BodyHead.Common;
                unknown = 0;
                continue;
            }
            if (closed)
                break;
            if (kind != BodyHead.Common && !common)
            {
                // What no vocabulary knows as part of a name begins what the body shall do: «Sở Nội vụ sớm …».
                if (NameSyllables.GoesOn(passage, head, at) is not (> 0 and var syllables))
                    break;
                at += syllables;
                continue;
            }
            if (++unknown > LongestUnknownRun)
            {
                at -= unknown - 1;
                break;
            }
            at++;
        }
        return at;
    }

    /// <summary>How many words behind a comma or «và» go on with the same name: «…huyện, thị xã», «các sở, ban, ngành».</summary>
    private static int Coordinated(Passage passage, int at, bool common, bool place)
    {
        if (at >= passage.Words.Length)
            return 0;
        if (BodyHeads.Read(passage, at, lower: true) is ( > 1 and var own, _) && passage.Words[at + own - 1].After == ' ' && passage.Key(at + own, 1) is "cac")
            return 0;
        if (place)
        {
            var from = passage.Key(at, 1) is "cac" ? at + 1 : at;
            if (from < passage.Words.Length && !passage.Words[from].Capital && Place(passage, from) is > 0 and var length)
                return from - at + length;
        }
        if (!common || (passage.Words[at].Capital && passage.Key(at, 1) is not "nganh" && passage.Key(at, 2) is not ("doan the" or "dia phuong" or "don vi")))
            return 0;
        if (passage.Key(at, 1) is "truc" && passage.Key(at, 2) is "truc thuoc")
            return 2;
        for (var count = BodyWords.LongestKey; count >= 1; count--)
            if (passage.Key(at, count) is { IsEmpty: false } key && BodyWords.IsCommon(key) && !(key is "ong" or "ba" or "dong chi")
                && (key is "to chuc" ? BodyHeads.IsOrganisation(passage, at, quantified: false) : !BodyHeads.IsVerbAt(passage, at)))
                return count;
        return 0;
    }

    /// <summary>«phối hợp», «chủ trì», «căn cứ»: what begins with a capital here opens the duty, not a name.</summary>
    private static bool IsDuty(Passage passage, int at) =>
        passage.Key(at, 2) is "chu tri" or "chu dong" or "phoi hop" or "can cu" or "chiu trach" or "khan truong" or "tiep tuc";

    /// <summary>Whether the clause that begins at a word is a name that a colon ends.</summary>
    private static bool ColonFollows(Passage passage, int at)
    {
        for (var i = at; i < passage.Words.Length && i < at + 6; i++)
            if (passage.Words[i].After != ' ')
                return passage.Words[i].After == ':' && !IsDuty(passage, at);
        return false;
    }

    private static int Place(Passage passage, int at) => passage.Key(at, 2) switch
    {
        ['t', 'h', 'a', 'n', 'h', ' ', 'p', 'h', _] => 2, // «thành phố», and OCR's «phế», «phó»
        "thanh pho" or "thi xa" or "thi tran" or "dac khu" or "dia phuong" => 2,
        _ => passage.Key(at, 1) is "tinh" or "huyen" or "quan" or "xa" or "phuong" or "thi" or "tp" ? 1 : 0,
    };

    private static bool IsPlace(Passage passage, int at) =>
        passage.Key(at, 1) is "tinh" or "huyen" or "xa" or "phuong" or "pho" or "tran" or "khu" or "thi" or "cap" || (passage.Key(at, 1) is "quan" && passage.Key(at - 1, 1) is not ("lien" or "co")) || passage.Bare.AsSpan(passage.Words[at].Start, passage.Words[at].End - passage.Words[at].Start).Contains('/');

    private static int Tail(Passage passage, int at)
    {
        if (passage.Words[at].Capital)
            return 0;
        for (var count = 5; count >= 1; count--)
            if (passage.Key(at, count) is { IsEmpty: false } key && BodyWords.IsTail(key) && !passage.Words[at + count - 1].Capital && !(count == 2 && key.StartsWith("cac ") && BodyHeads.Read(passage, at + 1, lower: true) is ( > 1, _)))
                return key is "cung cap" && passage.Printed(at) is "cung" ? 0 : count; // «cùng cấp», not «cung cấp»
        return 0;
    }

    private static int Compound(Passage passage, int at)
    {
        for (var count = 6; count >= 2; count--)
            if (passage.Key(at, count) is { IsEmpty: false } key && BodyWords.IsNameCompound(key))
                return count;
        return 0;
    }

    /// <summary>The second half of a name typed without its capital: «Sở Kế hoạch và đầu tư».</summary>
    private static bool IsNameHalf(Passage passage, int at) =>
        passage.Key(at, 2) is "dau tu" or "dao tao" or "moi truong" or "xa hoi" or "cong nghe" or "truyen thong" or "du lich" or "the thao" or "gia dinh" or "phat trien" or "cong nghiep";

    /// <summary>«Văn hóa, Thể thao và Du lịch»: the last part of a name stands behind «và».</summary>
    private static bool AndFollows(Passage passage, int at)
    {
        for (var i = at + 1; i < passage.Words.Length && i < at + 6; i++)
        {
            if (passage.Words[i - 1].After is not (' ' or ','))
                return false;
            if (passage.Key(i, 1) is "va" or "&")
                return i + 1 < passage.Words.Length && passage.Words[i + 1].Capital && !BodyHeads.Begins(passage, i + 1);
        }
        return false;
    }

    /// <summary>Whether a colon inside a name opens the list of what it means: «Giám đốc các Sở: …», «các Bộ: …».</summary>
    private static bool IsCollective(Passage passage, int head, int at)
    {
        if (passage.Key(head, 2) is "giam doc" && (at - head == 2 || passage.Key(head + 2, 1) is "cac"))
            return true; // «Giám đốc: Sở A, Sở B», «Giám đốc các Sở: Tài chính, Công Thương»; not «Giám đốc Công ty X: …»
        return head > 0 && passage.Key(head - 1, 1) is "cac" && at - head <= 2;
    }

    private static int BracketEnd(Passage passage, int at)
    {
        var depth = passage.Words[at].Depth;
        for (var i = at; i < passage.Words.Length; i++)
            if (passage.Words[i].Depth < depth)
                return i;
        return passage.Words.Length;
    }
}
