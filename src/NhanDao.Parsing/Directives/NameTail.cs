namespace NhanDao.Parsing.Directives;

/// <summary>How far the name of a body goes: «Sở Nông nghiệp và Phát triển nông thôn», «các sở, ban, ngành», «UBND các huyện, thị xã».</summary>
internal sealed class NameTail
{
    private const int LongestUnknownRun = 4, LongestName = 12;

    private readonly Passage passage;
    private readonly int head;
    private readonly int first;
    private readonly BodyHead kind;

    /// <summary>The name governs what stands behind its commas: «Đảng đoàn Mặt trận Tổ quốc, các đoàn thể».</summary>
    private readonly bool governsAll;

    private int at;
    private bool common, place, listed, closed, tailed;

    /// <summary>The word behind an organ that has no name of its own so far («các Sở»); -1 when it has one.</summary>
    private int bareOrgan;

    /// <summary>How many words in a row no vocabulary knows.</summary>
    private int unknown;

    private NameTail(Passage passage, int head, int at, BodyHead kind)
    {
        (this.passage, this.head, this.at, this.kind) = (passage, head, at, kind);
        first = at;
        common = kind == BodyHead.Common;
        governsAll = passage.Key(head, 2) is "dang doan" or "ban can";
        bareOrgan = kind == BodyHead.Organ && (at - head == 1 || !passage.Words[head].Capital) ? at : -1;
    }

    /// <summary>The index behind the last word of a name.</summary>
    /// <param name="passage">The paragraph.</param>
    /// <param name="head">Where the name begins.</param>
    /// <param name="at">Behind the words that begin it.</param>
    /// <param name="kind">What they stand for.</param>
    public static int Read(Passage passage, int head, int at, BodyHead kind)
    {
        var tail = new NameTail(passage, head, at, kind);
        while (tail.at < passage.Words.Length && tail.Step() is > 0 and var words)
            tail.at = Math.Min(tail.at + words, passage.Words.Length);
        return tail.at;
    }

    /// <summary>How many words the name goes on; 0 where it ends.</summary>
    private int Step()
    {
        if (passage.Words[at].Depth != passage.Words[head].Depth)
            return InBrackets();
        var words = passage.MarkBefore(at) switch
        {
            ' ' => 0,
            ':' => BehindColon(),
            ',' => BehindComma(),
            '.' when IsSpeck() => 1,
            _ => -1,
        };
        if (words == 0)
            words = passage.Key(at, 1) is "va" or "&" or "-" or "hoac" ? BehindAnd() : PartOfName();
        else
            unknown = words > 0 ? 0 : unknown;
        return words;
    }

    /// <summary>«(Cơ quan Thường trực về Phòng, chống thiên tai)» belongs to the name.</summary>
    private int InBrackets() =>
        passage.Words[at].Depth > passage.Words[head].Depth && !common && passage.Words[at].Capital && BracketEnd(passage, at) is var end && end - at >= 3 ? end - at : 0;

    /// <summary>A stop between «Sở», «Cục» and the name of its field is OCR's: «Chi cục. Thuế».</summary>
    private bool IsSpeck() => (at == bareOrgan || (at == first && kind == BodyHead.Organ)) && passage.Words[at].Capital && NameSyllables.IsFieldOf(passage, at - 1);

    /// <summary>«các Sở: Tài chính, Công Thương», «Giám đốc: Sở A, Sở B».</summary>
    private int BehindColon()
    {
        if (!passage.Words[at].Capital || (BodyHeads.Begins(passage, at) && passage.Key(head, 2) is not "giam doc" && !IsListOfFields()) || IsDuty(passage, at) || !IsCollective(passage, head, at))
            return -1;
        listed = true;
        return 1;
    }

    /// <summary>«các Bộ: Công an, Tài chính»: behind the colon stand fields, though one is named like a body; «các Bộ: Bộ Công an» are bodies.</summary>
    private bool IsListOfFields() => at - head == 1 && passage.Key(head, 1) is "bo" or "so" && passage.Key(at, 1) is not ("bo" or "so");

    private int BehindComma()
    {
        var words = passage.Words;
        // «các Sở, ngành»: an organ without a name of its own is no more than a common noun.
        var nameless = at == bareOrgan;
        if (IsSpeck())
            return 1;
        if (Coordinated(passage, at, common || nameless, place) is > 0 and var coordinated)
        {
            common |= nameless;
            return coordinated;
        }
        if (listed && words[at].Capital && !IsDuty(passage, at)
            && (!BodyHeads.Begins(passage, at) || (passage.Key(head, 2) is "giam doc" && passage.Key(at, 1) is "so") || (passage.Key(at, 2) is "cong an" && words[at + 1].After is ',' or ';')))
            return 1;
        // «Trung tâm Truyền thông, Giáo dục sức khỏe: …», «Sở Văn hóa, Thể thao và Du lịch».
        if (kind == BodyHead.Organ && words[at].Capital && !BodyHeads.Begins(passage, at) && (ColonFollows(passage, at) || AndFollows(passage, at)))
            return 1;
        if (!BodyHeads.Begins(passage, at) && NameSyllables.OfficialOverComma(passage, at))
            return 2; // «Cục Hộ tịch, quốc tịch, chứng thực»
        if (passage.Key(at, 2) is "chua benh" or "chua chay" or "cuu ho" or "cuu nan" && NameSyllables.JoinsOverComma(passage, at))
            return 2; // «khám bệnh, chữa bệnh»
        if (passage.Key(at, 1) is "chong" && passage.Key(at - 1, 1) is "phong")
            return 1; // «Trung tâm Phòng, chống HIV/AIDS»
        if ((passage.Key(at, 2) is "truyen hinh" && passage.Key(at - 2, 2) is "phat thanh") || (passage.Key(at, 2) is "cao dang" or "trung cap" && passage.Key(at - 2, 2) is "dai hoc" or "cao dang"))
            return 2; // «Báo và Phát thanh, truyền hình», «các trường Đại học, Cao đẳng»
        if (Purpose(passage, at) is > 0 and var purpose && Purpose(passage, at - 2) > 0)
            return purpose; // «Đoàn kiểm tra, đánh giá», «Hội đồng thẩm định, nghiệm thu»
        if (Quality(passage, at) && Quality(passage, at - 2))
            return 2; // «các tổ chức xã hội, từ thiện»
        if (governsAll && passage.Key(at, 1) is "cac" && BodyHeads.Read(passage, at + 1, lower: true) is var (governed, governedKind))
        {
            common |= governedKind == BodyHead.Common;
            return 1 + governed;
        }
        return -1;
    }

    private int BehindAnd()
    {
        var words = passage.Words;
        var dash = passage.Key(at, 1) is "-";
        var length = dash ? (at + 1 < words.Length && words[at + 1].Capital ? 1 : place && at + 1 < words.Length ? Place(passage, at + 1) : 0)
            : Coordinated(passage, at + 1, common && !tailed, place && !(words[at - 1].Capital && passage.Key(at + 1, 3) is "cac dia phuong"));
        if (length == 0 && passage.Key(at - 1, 1) is "hdnd" or "dbqh" || passage.Key(at - 4, 4) is "hoi dong nhan dan" || passage.Key(at - 2, 2) is "quoc hoi")
            length = passage.Key(head, 2) is "van phong" || passage.Key(head, 3) is "chanh van phong" ? 1 : length; // «Văn phòng HĐND và UBND» is one office
        if (length == 0 && at + 1 < words.Length && !BodyHeads.Begins(passage, at + 1) && (words[at + 1].Capital || IsNameHalf(passage, at + 1)) && words[at].After == ' ')
            length = words[at + 1].Capital ? 1 : 2;
        if (length == 0 && passage.Key(at + 1, 1) is "cac" && passage.Key(at + 2, 1) is "khu" or "kcn" or "kkt" or "cum")
            length = 2; // «Ban Quản lý Khu kinh tế X và các Khu công nghiệp Y»
        if (length == 0)
            return 0;
        unknown = 0;
        return 1 + length;
    }

    private int PartOfName()
    {
        var word = passage.Words[at];
        if (Tail(passage, at) is > 0 and var tail && (tail > 1 || !BodyHeads.IsVerbAt(passage, at)))
        {
            place = IsPlace(passage, at + tail - 1);
            tailed |= tail > 1 && !place;
            closed = true; // behind it no more words of a name come, but capitals
            return Known(tail);
        }
        if ((at > first || kind == BodyHead.Organ) && Compound(passage, at) is > 0 and var compound && (word.Capital || compound > 2))
            return compound;
        if (at == first && kind == BodyHead.Organ && !common && Purpose(passage, at) is > 0 and var purpose && IsPurposive())
            return Known(purpose);
        if (word.Capital && BodyHeads.Read(passage, at, lower: false) is ( > 1 and var organ, BodyHead.Organ))
            return Known(organ); // «Văn phòng Ủy ban nhân dân tỉnh (Trung tâm …)»: «ban», «nhân dân» alone would be common nouns
        if (word.Capital && passage.Key(at - 1, 1) is "thuoc")
            tailed = true; // «… trực thuộc Bộ và …»: what follows is no more of the same
        if (word.Capital && !((place || common) && BodyHeads.IsVerbAt(passage, at)))
        {
            closed = false;
            return Known(1);
        }
        if (passage.Key(at, 3) is "co ten tai" or "co ten trong")
            return passage.Key(at + 3, 1) is "dieu" ? 5 : 3; // «các ông, bà có tên tại Điều 1»
        if (char.IsDigit(passage.Text[word.Start]) && at - head > 1 && passage.Key(at - 1, 1) is "vuc" or "vung" or "so" or "quan" or "phuong" or "tinh" or "to")
        {
            closed = true;
            return 1; // «Kho bạc Nhà nước khu vực 9», «Bệnh viện Sản nhi số 1»
        }
        if (head <= 2 && UpToColon() is > 0 and var heading)
            return Known(heading);
        if (!common && (BodyHeads.IsVerbAt(passage, at) || NameSyllables.GoesOn(passage, head, at) == 0) && UpToDuty() is > 0 and var beforeDuty)
            return Known(beforeDuty);
        if (BodyHeads.IsVerbAt(passage, at) || BodyHeads.IsStopAt(passage, at) || char.IsDigit(passage.Text[word.Start]))
            return kind == BodyHead.Post && BodyHeads.Read(passage, at, lower: true) is (var inner, BodyHead.Post) ? inner : 0;
        if (passage.Key(at, 1) is "cac" or "cua" && BodyHeads.Begins(passage, at + (passage.Key(at, 1) is "cua" ? 1 : 0)))
            return InnerBody();
        if (at > head && BodyHeads.Read(passage, at, lower: true) is var (length, lowerKind))
        {
            common |= lowerKind == BodyHead.Common;
            return Known(length);
        }
        if (closed || Acts())
            return 0;
        // What no vocabulary knows as part of a name begins what the body shall do: «Sở Nội vụ sớm …».
        if (!common)
            return NameSyllables.GoesOn(passage, head, at) is > 0 and var syllables ? syllables : UpToNextBody();
        return ++unknown > LongestUnknownRun ? Beyond() : 1;
    }

    /// <summary>«Phòng Quản trị thiết bị: …»: at the head of a paragraph all up to the colon is the name, when no duty stands in it; 0 when it is not.</summary>
    private int UpToColon()
    {
        for (var i = at; i < passage.Words.Length && i - at <= LongestName / 2; i++)
        {
            if (BodyHeads.IsVerbAt(passage, i) || BodyHeads.IsStopAt(passage, i) || Adverb(passage, i) || passage.Words[i].Depth != passage.Words[head].Depth)
                return 0;
            if (passage.Words[i].After != ' ')
                return passage.Words[i].After == ':' ? i + 1 - at : 0;
        }
        return 0;
    }

    /// <summary>
    /// Whether a verb that vocabulary tells apart only by its marks («đón», «dạy») is what the bodies do: behind a common noun, no
    /// half of a known word, and no verb of a duty close behind, before which it would be part of the name («các đơn vị thu gom rác thực hiện»).
    /// </summary>
    private bool Acts()
    {
        if (!common || !BodyWords.IsAct(passage.Text[passage.Words[at].Start..passage.Words[at].End].ToLowerInvariant()) || NameSyllables.GoesOn(passage, head, at) > 0)
            return false;
        for (var i = at + 1; i < passage.Words.Length && i - at <= LongestName / 2 && passage.MarkBefore(i) == ' '; i++)
            if (BodyHeads.IsVerbAt(passage, i))
                return false;
        return true;
    }

    /// <summary>
    /// «Văn phòng Điều phối Chương trình mục tiêu quốc gia xây dựng nông thôn mới tỉnh chủ trì»: what stands without a comma
    /// before a word of duty is the name, though parts of it read like verbs; 0 when no duty is near.
    /// </summary>
    private int UpToDuty()
    {
        for (var i = at; i < passage.Words.Length && i - at <= LongestName && passage.MarkBefore(i) == ' '; i++)
        {
            if (i > at && (passage.Key(i, 2) is "chu tri" || passage.Key(i, 3) is "co trach nhiem" or "chiu trach nhiem" or "co nhiem vu" or "la dau moi" or "lam dau moi" or "la co quan" or "la don vi"))
                return i - at;
            if (passage.Key(i, 1) is "va" or "khong" or "phoi" || Adverb(passage, i) || BodyHeads.IsStopAt(passage, i) || passage.Words[i].Depth != passage.Words[head].Depth)
                return 0;
        }
        return 0;
    }

    /// <summary>«Ban Quản lý dự án các công trình giao thông và các chủ đầu tư»: unknown words up to the next body of a list; 0 when what comes is no list.</summary>
    private int UpToNextBody()
    {
        for (var i = at + 1; i < passage.Words.Length && i - at <= LongestName / 2; i++)
        {
            var and = passage.Key(i, 1) is "va" ? 1 : 0;
            if ((and > 0 || passage.MarkBefore(i) is ',' or ';') && passage.Words[i].Depth == passage.Words[head].Depth && BodyHeads.Begins(passage, i + and))
                return Adverb(passage, at) ? 0 : i - at;
            if (passage.MarkBefore(i) != ' ' || BodyHeads.IsVerbAt(passage, i - 1) || BodyHeads.IsVerbAt(passage, i) || BodyHeads.IsStopAt(passage, i) || BodyHeads.IsStopAt(passage, i - 1))
                return 0;
        }
        return 0;
    }

    /// <summary>How something is to be done: it stands before a verb and is no part of a name.</summary>
    private static bool Adverb(Passage passage, int at) =>
        passage.Key(at, 1) is "som" or "ngay" or "luon" or "deu" or "dong" or "cung"
        || passage.Key(at, 2) is "tiep tuc" or "khan truong" or "chu dong" or "truc tiep" or "thuong xuyen" or "kip thoi" or "tich cuc" or "nghiem tuc" or "tap trung" or "dinh ky";

    /// <summary>«… của Sở», «… các đơn vị»: the body or bodies that the name is of.</summary>
    private int InnerBody()
    {
        if (BodyHeads.Read(passage, at + 1, lower: true) is not var (length, inner))
            return 1;
        common |= inner == BodyHead.Common;
        place = IsPlace(passage, at + length);
        bareOrgan = inner == BodyHead.Organ && length == 1 ? at + 1 + length : -1;
        return 1 + length;
    }

    /// <summary>The run of unknown words was no name: it is given back.</summary>
    private int Beyond()
    {
        at -= LongestUnknownRun;
        return 0;
    }

    private int Known(int words)
    {
        unknown = 0;
        return words;
    }

    /// <summary>A body that is called by what it is for: «Đoàn kiểm tra», «Tổ công tác», «Hội đồng thẩm định», «Ban Chỉ đạo xóa nhà tạm».</summary>
    private bool IsPurposive() => passage.Words[head].Capital && passage.Key(head, first - head) is "doan" or "to" or "hoi dong" or "doan kiem tra" or "to cong tac" or "ban chi dao";

    /// <summary>How many words at a place say what a body is for («kiểm tra», «thẩm định»); 0 when none.</summary>
    private static int Purpose(Passage passage, int at) =>
        passage.Key(at, 2) is "kiem tra" or "thanh tra" or "giam sat" or "danh gia" or "tham dinh" or "nghiem thu" or "xac minh" or "khao sat" or "tu van" or "xet duyet" ? 2 : 0;

    /// <summary>«xã hội», «từ thiện», «nghề nghiệp»: what kind of organisations.</summary>
    private static bool Quality(Passage passage, int at) => passage.Key(at, 2) is "xa hoi" or "tu thien" or "nhan dao" or "nghe nghiep" or "kinh te" or "ton giao" or "chinh tri";

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
                && (key is "to chuc" ? passage.Words[at + 1].After == ',' || BodyHeads.IsOrganisation(passage, at, quantified: false) : !BodyHeads.IsVerbAt(passage, at)))
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
        _ => passage.Key(at, 1) is "tinh" or "huyen" or "quan" or "xa" or "phuong" or "thi" or "tp" || passage.Printed(at) is "thành" ? 1 : 0, // «các huyện, thành, thị»
    };

    private static bool IsPlace(Passage passage, int at) =>
        passage.Key(at, 1) is "tinh" or "huyen" or "xa" or "phuong" or "pho" or "tran" or "khu" or "thi" or "cap" or "quan-huyen" or "phuong-xa" || passage.Printed(at) is "thành" || (passage.Key(at, 1) is "quan" && passage.Key(at - 1, 1) is not ("lien" or "co")) || passage.Bare.AsSpan(passage.Words[at].Start, passage.Words[at].End - passage.Words[at].Start).Contains('/');

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
