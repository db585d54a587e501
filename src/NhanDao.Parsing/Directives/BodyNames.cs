using System.Collections.Immutable;

namespace NhanDao.Parsing.Directives;

/// <summary>A body or post named in a paragraph: words <c>[From, To)</c>.</summary>
/// <param name="From">Index of its first word.</param>
/// <param name="To">Index behind its last word.</param>
/// <param name="IsNamed">False when it is only «các cơ quan», «đơn vị»: no organ, no post.</param>
internal readonly record struct NamedBody(int From, int To, bool IsNamed);

/// <summary>
/// Reads bodies and posts as they are named in letters: how far a name goes («Sở Nông nghiệp và Phát triển nông thôn»),
/// and where in a list one ends («Sở Y tế, Sở Tài chính» are two, «các sở, ban, ngành» is one).
/// </summary>
internal static class BodyNames
{
    private const int LongestUnknownRun = 4;

    /// <summary>The bodies listed from word <paramref name="at"/> on, and the word behind them.</summary>
    /// <param name="passage">The paragraph.</param>
    /// <param name="at">Where the list begins.</param>
    /// <param name="expected">Whether words before it say that a body follows («giao», «phối hợp với»): then it may begin with a small letter.</param>
    public static (ImmutableArray<NamedBody> Bodies, int Next) ReadList(Passage passage, int at, bool expected = true)
    {
        var bodies = ImmutableArray.CreateBuilder<NamedBody>();
        var words = passage.Words;
        var next = at;
        while (at < words.Length && ReadOne(passage, at, expected) is { } body)
        {
            if (bodies.Count > 0 && IsPerson(passage, bodies[^1]) && Head(passage, body.From, lower: true) is (_, BodyHead.Post) && MarkBefore(passage, body.From) == ',')
                bodies[^1] = bodies[^1] with { To = body.To }; // «đồng chí A, Phó Chủ tịch …» is one
            else
                bodies.Add(body);
            at = next = body.To;
            // A note in brackets behind a name is stepped over: «Sở Tài chính (Phòng Ngân sách), Sở Y tế».
            while (at < words.Length && words[at].Depth > words[body.From].Depth)
                at++;
            if (at >= words.Length)
                break;
            var mark = MarkBefore(passage, at);
            var and = IsAnd(passage, at) ? 1 : 0;
            expected = false;
            if (mark is ',' or ';' && Begins(passage, at + and))
            {
                at += and;
                expected = !words[at].Capital;
            }
            else if (mark == ':' && Begins(passage, at) && IsCollectiveOnly(passage, body))
                bodies.RemoveAt(bodies.Count - 1); // «các hội: Hội A, Hội B» are A and B
            else if (and > 0 && mark == ' ' && (Begins(passage, at + 1) || Head(passage, at + 1, lower: true) is (_, BodyHead.Common)))
            {
                at++;
                expected = true;
            }
            else
                break;
        }
        return (bodies.ToImmutable(), next);
    }

    private static bool IsPerson(Passage passage, NamedBody body) =>
        (Key(passage, body.From, 2) is "dong chi" || Key(passage, body.From, 1) is "ong" or "ba") && body.To - body.From <= 7 && passage.Words[body.To - 1].Capital;

    /// <summary>The punctuation between a word and the one before it, brackets aside; a space when there is none.</summary>
    public static char MarkBefore(Passage passage, int at)
    {
        for (var i = passage.Words[at].Start - 1; i >= passage.Words[at - 1].End; i--)
            if (passage.Bare[i] is ',' or ';' or ':' or '.' or '!' or '?')
                return passage.Bare[i];
        return ' ';
    }

    /// <summary>A word as printed, for the few that marks tell apart: «giao» and «giáo», «quận» and «quan».</summary>
    public static ReadOnlySpan<char> Printed(Passage passage, int at) =>
        at < passage.Words.Length ? passage.Text.AsSpan(passage.Words[at].Start, passage.Words[at].End - passage.Words[at].Start) : [];

    /// <summary>«Thủ trưởng các cơ quan:», «các hội:».</summary>
    private static bool IsCollectiveOnly(Passage passage, NamedBody body) =>
        !body.IsNamed || Key(passage, body.From, 2) is "thu truong" || (Key(passage, body.From, 1) is "cac" && body.To - body.From <= 2);

    /// <summary>Whether a body's name begins at a word, seen from within a list.</summary>
    public static bool Begins(Passage passage, int at)
    {
        if (at >= passage.Words.Length)
            return false;
        var quantified = SkipQuantifier(passage, at);
        return quantified > at ? Head(passage, quantified, lower: true) is not null
            : Head(passage, at, lower: false) is not null
            // «…, đảng ủy các xã, phường»: a common noun over others is a body of its own.
            || (Head(passage, at, lower: true) is ( > 1 and var length, _) && passage.Words[at + length - 1].After == ' ' && Key(passage, at + length, 1) is "cac" && !IsVerbAt(passage, at));
    }

    /// <summary>Words of the phrase at <paramref name="at"/> as one key; empty when punctuation or the end comes between.</summary>
    public static ReadOnlySpan<char> Key(Passage passage, int at, int count)
    {
        var words = passage.Words;
        if (at < 0 || at + count > words.Length)
            return [];
        var speckled = false;
        for (var i = at; i < at + count - 1; i++)
        {
            if (words[i].After != ' ')
                return [];
            speckled |= words[i + 1].Start != words[i].End + 1;
        }
        // OCR's specks between words («yêu ‹ cầu») are passed over.
        return speckled
            ? string.Join(' ', Enumerable.Range(at, count).Select(i => passage.Bare[words[i].Start..words[i].End]))
            : passage.Bare.AsSpan(words[at].Start, words[at + count - 1].End - words[at].Start);
    }

    /// <summary>Whether what stands at a word is something a body does.</summary>
    public static bool IsVerbAt(Passage passage, int at)
    {
        for (var count = 4; count >= 2; count--)
            if (Key(passage, at, count) is { IsEmpty: false } key && BodyWords.IsVerb(key))
                return true;
        return false;
    }

    public static bool IsStopAt(Passage passage, int at) =>
        at < passage.Words.Length && !(at > 0 && BodyWords.IsWholeWord(Key(passage, at - 1, 2))) && BodyWords.IsStop(passage.Text[passage.Words[at].Start..passage.Words[at].End].ToLowerInvariant());

    /// <summary>Whether a person's post is named, not an organ.</summary>
    public static bool IsPost(Passage passage, NamedBody body) =>
        Head(passage, SkipQuantifier(passage, body.From), lower: true) is (_, BodyHead.Post);

    /// <summary>«các đơn vị», «Thủ trưởng các cơ quan, đơn vị»: everybody the letter addresses.</summary>
    public static bool IsEverybody(Passage passage, NamedBody body)
    {
        for (var i = body.From; i < body.To; i++)
            if (Key(passage, i, 1) is not ("cac" or "thu" or "truong" or "don" or "vi" or "co" or "quan" or "lien" or "va" or "nhung" or "tat" or "ca" or "dong" or "chi" or "quy"))
                return false;
        return true;
    }

    private static NamedBody? ReadOne(Passage passage, int at, bool expected)
    {
        var start = SkipQuantifier(passage, at);
        if (Head(passage, start, lower: start > at || expected) is not var (length, kind))
            return null;
        // «Các đơn vị Trung tâm Y tế, Bệnh viện …»: the name that follows is meant.
        if (kind == BodyHead.Common && Key(passage, start, length) is "don vi" or "co quan" && start + length < passage.Words.Length
            && passage.Words[start + length].Capital && passage.Words[start + length - 1].After == ' ' && Head(passage, start + length, lower: false) is (var named, BodyHead.Organ))
            (at, start, length, kind) = (start + length, start + length, named, BodyHead.Organ);
        if (start - at == 3 && Key(passage, at, 2) is "cac ong")
            at = start;
        var to = ReadTail(passage, start, start + length, kind);
        var bare = to == start + length && start == at && !passage.Words[at].Capital;
        return bare && (kind == BodyHead.Post || (kind == BodyHead.Common && length == 1)) ? null
            : new(at, to, kind != BodyHead.Common);
    }

    /// <summary>«các», «những», «một số», «toàn thể», «các đồng chí».</summary>
    private static int SkipQuantifier(Passage passage, int at)
    {
        while (at < passage.Words.Length)
            if (Key(passage, at, 2) is "cac ong" && at + 2 < passage.Words.Length && Key(passage, at + 2, 1) is "ba" && passage.Words[at + 1].After is '(' or ',')
                at += 3; // «Các ông (bà) Chánh Văn phòng …»
            else if (Key(passage, at, 2) is "mot so" or "toan the" or "tat ca")
                at += 2;
            else if (Key(passage, at, 1) is "cac" or "nhung" || (Key(passage, at, 1) is "moi" or "quy" && IsMarkedQuantifier(passage, at)))
                at += 1;
            else
                break;
        return at;
    }

    /// <summary>«mỗi», «mọi», «quý»; not «Môi trường», «Quỹ».</summary>
    private static bool IsMarkedQuantifier(Passage passage, int at) =>
        Printed(passage, at) is "mỗi" or "mọi" or "quý" or "Quý" or "Mỗi" or "Mọi";

    private static (int Length, BodyHead Kind)? Head(Passage passage, int at, bool lower)
    {
        if (at >= passage.Words.Length)
            return null;
        var word = passage.Words[at];
        if (Key(passage, at, 2) is { IsEmpty: false } two && BodyWords.IsNoBody(two) && (word.Capital || !passage.Words[at + 1].Capital))
            return null;
        if (Key(passage, at, 2) is "to chuc" && !IsOrganisation(passage, at, lower))
            return null;
        if (Key(passage, at, 2) is "lanh dao" && (word.Capital || !lower) && !LeadersOf(passage, at + 2))
            return null;
        if (Key(passage, at, 1) is "truong" && Key(passage, at + 1, 1) is "cac" or "phong" or "ban" && Printed(passage, at) is "trưởng" or "Trưởng")
            return (1, BodyHead.Post);
        for (var count = BodyWords.LongestKey; count >= 1; count--)
        {
            var key = Key(passage, at, count);
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

    /// <summary>«lãnh đạo Sở», «lãnh đạo các đơn vị»; «Lãnh đạo, chỉ đạo …» is a verb.</summary>
    private static bool LeadersOf(Passage passage, int at) =>
        at < passage.Words.Length && MarkBefore(passage, at) == ' ' && (Key(passage, at, 1) is "cac" || passage.Words[at].Capital);

    /// <summary>«tổ chức» as a noun: «các tổ chức», «tổ chức, cá nhân», «tổ chức chính trị»; else it is a verb.</summary>
    private static bool IsOrganisation(Passage passage, int at, bool quantified) =>
        (quantified && at > 0 && Key(passage, at - 1, 1) is "cac" or "nhung" or "moi")
        || (at + 2 < passage.Words.Length && (Key(passage, at + 2, 2) is "ca nhan" or "chinh tri" or "lien quan" or "co lien" or "thanh vien" || Key(passage, at + 2, 1) is "dang"));

    /// <summary>A lower-case organ is one when a proper name stands behind it: «phòng Kế hoạch».</summary>
    private static bool NameFollows(Passage passage, int at) =>
        at < passage.Words.Length && passage.Words[at].Capital && passage.Words[at - 1].After == ' ' && char.IsLetter(passage.Text[passage.Words[at].Start]);

    private static bool IsAnd(Passage passage, int at) => Key(passage, at, 1) is "va" or "&" || Printed(passage, at) is "cùng";

    private static int ReadTail(Passage passage, int head, int at, BodyHead kind)
    {
        var words = passage.Words;
        var common = kind == BodyHead.Common;
        var governsAll = Key(passage, head, 2) is "dang doan" or "ban can";
        bool place = false, listed = false, closed = false, tailed = false;
        var bareOrgan = kind == BodyHead.Organ && (at - head == 1 || !words[head].Capital) ? at : -1; // «các Sở», without a name so far
        var unknown = 0;
        for (var first = at; at < words.Length;)
        {
            var mark = MarkBefore(passage, at);
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
                if (!words[at].Capital || (Begins(passage, at) && Key(passage, head, 2) is not "giam doc") || IsDuty(passage, at) || !IsCollective(passage, head, at))
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
                if (length == 0 && listed && words[at].Capital && !IsDuty(passage, at) && (!Begins(passage, at) || (Key(passage, head, 2) is "giam doc" && Key(passage, at, 1) is "so") || (Key(passage, at, 2) is "cong an" && words[at + 1].After is ',' or ';')))
                    length = 1;
                if (length == 0 && !Begins(passage, at) && kind == BodyHead.Organ && words[at].Capital && ColonFollows(passage, at))
                    length = 1; // «Trung tâm Truyền thông, Giáo dục sức khỏe: …»
                if (length == 0 && !Begins(passage, at) && kind == BodyHead.Organ && words[at].Capital && AndFollows(passage, at))
                    length = 1;
                if (length == 0 && Key(passage, at, 2) is "chua benh" or "chua chay" or "cuu ho" or "cuu nan" && NameSyllables.JoinsOverComma(passage, at))
                    length = 2; // «khám bệnh, chữa bệnh»
                if (length == 0 && Key(passage, at, 1) is "chong" && Key(passage, at - 1, 1) is "phong")
                    length = 1; // «Trung tâm Phòng, chống HIV/AIDS»
                if (length == 0 && governsAll && Key(passage, at, 1) is "cac" && Head(passage, at + 1, lower: true) is var (governed, _))
                    length = 1 + governed;
                if (length == 0)
                    break;
                at += length;
                unknown = 0;
                continue;
            }
            if (Key(passage, at, 1) is "va" or "&" or "-" or "hoac")
            {
                var length = Key(passage, at, 1) is "-" ? (at + 1 < words.Length && words[at + 1].Capital ? 1 : place && at + 1 < words.Length ? Place(passage, at + 1) : 0) : Coordinated(passage, at + 1, common && !tailed, place);
                if (length == 0 && Key(passage, at - 1, 1) is "hdnd" or "dbqh" || Key(passage, at - 4, 4) is "hoi dong nhan dan" || Key(passage, at - 2, 2) is "quoc hoi")
                    length = Key(passage, head, 2) is "van phong" || Key(passage, head, 3) is "chanh van phong" ? 1 : length; // «Văn phòng HĐND và UBND» is one office
                if (length == 0 && at + 1 < words.Length && !Begins(passage, at + 1) && (words[at + 1].Capital || IsNameHalf(passage, at + 1)) && words[at].After == ' ')
                    length = words[at + 1].Capital ? 1 : 2;
                if (length == 0 && Key(passage, at + 1, 1) is "cac" && Key(passage, at + 2, 1) is "khu" or "kcn" or "kkt" or "cum")
                    length = 2; // «Ban Quản lý Khu kinh tế X và các Khu công nghiệp Y»
                if (length == 0)
                    break;
                at += 1 + length;
                unknown = 0;
                continue;
            }
            if (Tail(passage, at) is > 0 and var tail && (tail > 1 || !IsVerbAt(passage, at)))
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
            if (words[at].Capital && (!place || !IsVerbAt(passage, at)) && !(common && IsVerbAt(passage, at)))
            {
                closed = false;
                unknown = 0;
                at++;
                continue;
            }
            if (Key(passage, at, 3) is "co ten tai" or "co ten trong")
            {
                at += Key(passage, at + 3, 1) is "dieu" ? 5 : 3; // «các ông, bà có tên tại Điều 1»
                at = Math.Min(at, words.Length);
                continue;
            }
            if (char.IsDigit(passage.Text[words[at].Start]) && at - head > 1 && Key(passage, at - 1, 1) is "vuc" or "vung" or "so" or "quan" or "phuong" or "tinh" or "to")
            {
                at++; // «Kho bạc Nhà nước khu vực 9», «Bệnh viện Sản nhi số 1»
                closed = true;
                continue;
            }
            if (IsVerbAt(passage, at) || IsStopAt(passage, at) || char.IsDigit(passage.Text[words[at].Start]))
            {
                if (Head(passage, at, lower: true) is (var inner, BodyHead.Post) && kind == BodyHead.Post)
                {
                    at += inner;
                    continue;
                }
                break;
            }
            if (Key(passage, at, 1) is "cac" or "cua" && Begins(passage, at + (Key(passage, at, 1) is "cua" ? 1 : 0)))
            {
                at += 1;
                if (Head(passage, at, lower: true) is var (innerLength, innerKind))
                {
                    at += innerLength;
                    common = innerKind == BodyHead.Common || common;
                    place = IsPlace(passage, at - 1);
                    bareOrgan = innerKind == BodyHead.Organ && innerLength == 1 ? at : -1;
                }
                continue;
            }
            if (Head(passage, at, lower: true) is var (length2, kind2) && at > head)
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
        if (Head(passage, at, lower: true) is ( > 1 and var own, _) && passage.Words[at + own - 1].After == ' ' && Key(passage, at + own, 1) is "cac")
            return 0;
        if (place)
        {
            var from = Key(passage, at, 1) is "cac" ? at + 1 : at;
            if (from < passage.Words.Length && !passage.Words[from].Capital && Place(passage, from) is > 0 and var length)
                return from - at + length;
        }
        if (!common || (passage.Words[at].Capital && Key(passage, at, 1) is not "nganh" && Key(passage, at, 2) is not ("doan the" or "dia phuong" or "don vi")))
            return 0;
        if (Key(passage, at, 1) is "truc" && Key(passage, at, 2) is "truc thuoc")
            return 2;
        for (var count = BodyWords.LongestKey; count >= 1; count--)
            if (Key(passage, at, count) is { IsEmpty: false } key && BodyWords.IsCommon(key) && !(key is "ong" or "ba" or "dong chi")
                && (key is "to chuc" ? IsOrganisation(passage, at, quantified: false) : !IsVerbAt(passage, at)))
                return count;
        return 0;
    }

    /// <summary>«phối hợp», «chủ trì», «căn cứ»: what begins with a capital here opens the duty, not a name.</summary>
    private static bool IsDuty(Passage passage, int at) =>
        Key(passage, at, 2) is "chu tri" or "chu dong" or "phoi hop" or "can cu" or "chiu trach" or "khan truong" or "tiep tuc";

    /// <summary>Whether the clause that begins at a word is a name that a colon ends.</summary>
    private static bool ColonFollows(Passage passage, int at)
    {
        for (var i = at; i < passage.Words.Length && i < at + 6; i++)
            if (passage.Words[i].After != ' ')
                return passage.Words[i].After == ':' && !IsDuty(passage, at);
        return false;
    }

    private static int Place(Passage passage, int at) => Key(passage, at, 2) switch
    {
        ['t', 'h', 'a', 'n', 'h', ' ', 'p', 'h', _] => 2, // «thành phố», and OCR's «phế», «phó»
        "thanh pho" or "thi xa" or "thi tran" or "dac khu" or "dia phuong" => 2,
        _ => Key(passage, at, 1) is "tinh" or "huyen" or "quan" or "xa" or "phuong" or "thi" or "tp" ? 1 : 0,
    };

    private static bool IsPlace(Passage passage, int at) =>
        Key(passage, at, 1) is "tinh" or "huyen" or "xa" or "phuong" or "pho" or "tran" or "khu" or "thi" or "cap" || (Key(passage, at, 1) is "quan" && Key(passage, at - 1, 1) is not ("lien" or "co")) || passage.Bare.AsSpan(passage.Words[at].Start, passage.Words[at].End - passage.Words[at].Start).Contains('/');

    private static int Tail(Passage passage, int at)
    {
        if (passage.Words[at].Capital)
            return 0;
        for (var count = 5; count >= 1; count--)
            if (Key(passage, at, count) is { IsEmpty: false } key && BodyWords.IsTail(key) && !passage.Words[at + count - 1].Capital && !(count == 2 && key.StartsWith("cac ") && Head(passage, at + 1, lower: true) is ( > 1, _)))
                return key is "cung cap" && Printed(passage, at) is "cung" ? 0 : count; // «cùng cấp», not «cung cấp»
        return 0;
    }

    private static int Compound(Passage passage, int at)
    {
        for (var count = 6; count >= 2; count--)
            if (Key(passage, at, count) is { IsEmpty: false } key && BodyWords.IsNameCompound(key))
                return count;
        return 0;
    }

    /// <summary>The second half of a name typed without its capital: «Sở Kế hoạch và đầu tư».</summary>
    private static bool IsNameHalf(Passage passage, int at) =>
        Key(passage, at, 2) is "dau tu" or "dao tao" or "moi truong" or "xa hoi" or "cong nghe" or "truyen thong" or "du lich" or "the thao" or "gia dinh" or "phat trien" or "cong nghiep";

    /// <summary>«Văn hóa, Thể thao và Du lịch»: the last part of a name stands behind «và».</summary>
    private static bool AndFollows(Passage passage, int at)
    {
        for (var i = at + 1; i < passage.Words.Length && i < at + 6; i++)
        {
            if (passage.Words[i - 1].After is not (' ' or ','))
                return false;
            if (Key(passage, i, 1) is "va" or "&")
                return i + 1 < passage.Words.Length && passage.Words[i + 1].Capital && !Begins(passage, i + 1);
        }
        return false;
    }

    /// <summary>Whether a colon inside a name opens the list of what it means: «Giám đốc các Sở: …», «các Bộ: …».</summary>
    private static bool IsCollective(Passage passage, int head, int at)
    {
        if (Key(passage, head, 2) is "giam doc" && (at - head == 2 || Key(passage, head + 2, 1) is "cac"))
            return true; // «Giám đốc: Sở A, Sở B», «Giám đốc các Sở: Tài chính, Công Thương»; not «Giám đốc Công ty X: …»
        return head > 0 && Key(passage, head - 1, 1) is "cac" && at - head <= 2;
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
