using System.Collections.Immutable;

namespace NhanDao.Parsing.Directives;

/// <summary>Who has which part in a paragraph.</summary>
/// <param name="Leads">Who must do it.</param>
/// <param name="Cooperators">«phối hợp với …».</param>
/// <param name="IsOrder">Whether the words order or ask («Giao», «đề nghị», «chủ trì», «chịu trách nhiệm»), not merely name a body.</param>
/// <param name="HasCue">Whether the order is spoken: «Giao», «đề nghị», «yêu cầu»; a duty («chủ trì») may be told of as well.</param>
internal sealed record Roles(ImmutableArray<NamedBody> Leads, ImmutableArray<NamedBody> Cooperators, bool IsOrder, bool HasCue);

/// <summary>Reads leads and cooperators from the words of a paragraph.</summary>
internal static class RoleReader
{
    /// <summary>As far back as a clause is searched for its beginning.</summary>
    private const int LongestClause = 120;

    public static Roles Read(Passage passage)
    {
        var leads = ImmutableArray.CreateBuilder<NamedBody>();
        var cooperators = ImmutableArray.CreateBuilder<NamedBody>();
        bool order = false, spoken = false;
        var words = passage.Words;
        for (var i = 0; i < words.Length;)
        {
            var opensClause = i == 0 || words[i - 1].After is '.' or ';' or ':' or ',';
            if (i <= 3 && leads.Count == 0 && passage.Key(i, 3) is "nhiem vu cua" or "trach nhiem cua" && BodyNames.ReadList(passage, i + 3) is var charged && charged.Bodies.Any(b => b.IsNamed))
            {
                leads.AddRange(charged.Bodies); // «Trách nhiệm của Sở Y tế», «Chức năng, nhiệm vụ của Đoàn kiểm tra»
                i = charged.Next;
                continue;
            }
            if (opensClause && Concerning(passage, i) is { Bodies.Length: > 0 } concerned)
            {
                leads.AddRange(concerned.Bodies);
                i = concerned.Next;
                continue;
            }
            if (Cue(passage, i) is > 0 and var cue && !IsQuoted(passage, i) && !(leads.Count > 0 && IsOwnAffair(passage, i)))
            {
                var at = i + cue;
                var (bodies, next) = BodyNames.ReadList(passage, at);
                if (bodies.Length > 0 && !(leads.Count > 0 && AsksUpward(passage, next)))
                {
                    leads.AddRange(bodies);
                    order = spoken = true;
                    i = next;
                    continue;
                }
                order |= opensClause && BodyHeads.IsVerbAt(passage, at);
                i = at;
                continue;
            }
            if (Directs(passage, i) && BodyNames.ReadList(passage, i + 2) is { Bodies.Length: > 0 } directed)
            {
                i = directed.Next; // «… chỉ đạo Phòng X, Ủy ban nhân dân xã Y phối hợp …»: whom those who lead shall direct
                continue;
            }
            if (Cooperation(passage, i) is > 0 and var length)
            {
                var (bodies, next) = BodyNames.ReadList(passage, i + length);
                cooperators.AddRange(bodies);
                i = bodies.Length > 0 ? next : i + length;
                continue;
            }
            if (opensClause && words[i].Depth == 0)
            {
                var (bodies, next) = BodyNames.ReadList(passage, i, expected: i == 0 && passage.Words[0].Capital);
                if (bodies.Length > 0)
                {
                    if (i == 0 && next < words.Length && passage.MarkBefore(next) == ':' && IsTopic(passage, next))
                    {
                        i = next; // «Ngành Y tế: Ban Giám đốc Sở Y tế phối hợp …»: the first is what it is about
                        continue;
                    }
                    if (i == 0 && IsBareHeading(passage, next))
                        (bodies, next) = (bodies.SetItem(bodies.Length - 1, bodies[^1] with { To = words.Length }), words.Length);
                    if (leads.Count > 0 && LendsAHand(passage, next) && bodies[0].IsNamed)
                        cooperators.AddRange(bodies);
                    else if (Subject(passage, i, bodies, next, leads.Count) is var strength and not SubjectOf.Nothing)
                    {
                        leads.AddRange(bodies);
                        order |= strength == SubjectOf.Duty;
                    }
                    i = Math.Max(i + 1, next);
                    continue;
                }
            }
            i++;
        }
        return new(leads.ToImmutable(), cooperators.ToImmutable(), order, spoken);
    }

    /// <summary>How many words at <paramref name="at"/> order or ask somebody who is named next; 0 when none.</summary>
    private static int Cue(Passage passage, int at)
    {
        var one = passage.Key(at, 1);
        if (one is "giao")
        {
            if (passage.Printed(at) is not ("giao" or "Giao" or "GIAO"))
                return 0;
            if (passage.Key(at, 2) is "giao ban" && !passage.Words[at + 1].Capital)
                return 0;
            // «được giao», «bàn giao» order nobody; «giao thông», «giao dịch» are other words, which no body follows.
            if (at > 0 && passage.Key(at - 1, 1) is "duoc" or "ban" or "da" or "chuyen")
                return 0;
            return passage.Key(at, 3) is "giao nhiem vu" or "giao trach nhiem" ? (passage.Key(at + 3, 1) is "cho" ? 4 : 3)
                : passage.Key(at + 1, 1) is "cho" ? 2 : 1;
        }
        var two = passage.Key(at, 2);
        if (two is "chu tri" && passage.Words[at + 1].After == ':' && BodyHeads.Begins(passage, at + 2))
            return 2; // «Cơ quan chủ trì: Sở A.»
        if (one is "do" && passage.Printed(at) is "do" or "Do" && BodyHeads.Begins(passage, at + 1)
            && BodyNames.ReadList(passage, at + 1) is { Bodies.Length: > 0 } charged && !BodyNames.IsPost(passage, charged.Bodies[0]) && IsCharged(passage, charged.Next))
            return 1;
        if (at > 1 && passage.Key(at - 2, 2) is "ve viec")
            return 0; // the subject of a letter that is cited
        if (two is "yeu cau" or "de nghi" or "kien nghi" or "kinh trinh" or "kinh mong" or "phan cong")
            return at > 0 && passage.Key(at - 1, 1) is "theo" or "duoc" or "xet" or "nhung" or "cac" && two is not "kien nghi" ? 0 : 2;
        if (one is "yeu" && BodyHeads.Begins(passage, at + 1))
            return 1; // «yêu Giám đốc …»: a typist's slip
        return two is "uy quyen" ? (passage.Key(at + 2, 1) is "cho" ? 3 : 2) : 0;
    }

    /// <summary>«Đối với Ủy ban nhân dân các huyện: …», «Đối với Sở X, đề nghị …»: whom the rest is for.</summary>
    private static (ImmutableArray<NamedBody> Bodies, int Next) Concerning(Passage passage, int at)
    {
        if (passage.Key(at, 2) is not "doi voi" || (at > 0 && passage.Words[at - 1].After is not ('.' or ';')))
            return ([], at);
        var (bodies, next) = BodyNames.ReadList(passage, at + 2);
        if (!bodies.Any(b => b.IsNamed) || next < passage.Words.Length && passage.MarkBefore(next) is not (':' or ','))
            return ([], at);
        if (next < passage.Words.Length && passage.MarkBefore(next) == ','
            && !(passage.Key(next, 2) is "de nghi" or "yeu cau" && BodyNames.ReadList(passage, next + 2).Bodies.IsEmpty))
            return ([], at);
        return (bodies, next);
    }

    /// <summary>«…; phân công cấp ủy viên phụ trách …»: whom those who must do it shall charge in their turn.</summary>
    private static bool IsOwnAffair(Passage passage, int at) => passage.Key(at, 2) is "phan cong" or "uy quyen";

    private static bool Directs(Passage passage, int at) => passage.Key(at, 3) is { IsEmpty: false } && passage.Key(at, 2) is "chi dao" or "huong dan" or "don doc" or "kiem tra";

    /// <summary>«phối hợp với», «phối hợp chặt chẽ với», «phối hợp» before a name, «cùng với».</summary>
    private static int Cooperation(Passage passage, int at)
    {
        var two = passage.Key(at, 2);
        if (two is "cung voi" || (two is "chu tri" && passage.Printed(at + 2) is "cùng" or "với" && BodyHeads.Begins(passage, at + 3)))
            return two is "cung voi" ? 2 : 3; // «Sở A chủ trì cùng Sở B»
        if (two is "tham gia" && passage.Key(at + 2, 1) is "cua" && BodyHeads.Begins(passage, at + 3) && at > 0 && passage.Key(at - 1, 1) is "su")
            return 3; // «với sự tham gia của …»
        if (two is not "phoi hop")
            return IsSpoiltCooperation(passage, at) ? 3 : 0;
        if (passage.Words[at + 1].After == ',' && passage.Key(at + 2, 2) is "ho tro")
            return 4; // «phối hợp, hỗ trợ chính quyền địa phương»
        for (var i = at + 2; i < at + 7 && i < passage.Words.Length && passage.Words[i - 1].After == ' '; i++)
            if (passage.Key(i, 1) is "voi" or "cung")
                return i + 1 - at + (passage.Key(i + 1, 1) is "voi" ? 1 : 0);
        return 2;
    }

    /// <summary>OCR's «phối hạp với», «phôi san với»: nothing else stands between «phối» and «với» a body.</summary>
    private static bool IsSpoiltCooperation(Passage passage, int at) =>
        passage.Printed(at) is "phối" or "phôi" && passage.Printed(at + 2) is "với" or "vơi" && BodyHeads.Begins(passage, at + 3);

    /// <summary>«do Sở A chủ trì», «do Ủy ban nhân dân huyện thực hiện»; not «do Chính phủ ban hành».</summary>
    private static bool IsCharged(Passage passage, int at) =>
        passage.Key(at, 2) is "chu tri" or "thuc hien" or "chiu trach" or "dam nhiem" or "phu trach" || passage.Key(at, 3) is "lam dau moi" or "la dau moi";

    private enum SubjectOf
    {
        Nothing,

        /// <summary>«Công an tỉnh: chỉ đạo …», «Công ty Điện lực bảo đảm …».</summary>
        Action,

        /// <summary>«X chủ trì», «X có trách nhiệm», «X chịu trách nhiệm».</summary>
        Duty,
    }

    /// <summary>What the bodies at the start of a clause are the subject of, judged by what stands behind them.</summary>
    private static SubjectOf Subject(Passage passage, int at, ImmutableArray<NamedBody> bodies, int next, int known)
    {
        var words = passage.Words;
        var opensSentence = at == 0 || words[at - 1].After is '.' or ';' or ':';
        if (IsLevel(passage, bodies, next))
            return SubjectOf.Nothing;
        if (next >= words.Length)
            return at == 0 ? SubjectOf.Action : SubjectOf.Nothing; // a heading that is a body: «Cục Thuế tỉnh»
        if (IsRequester(passage, next))
            return SubjectOf.Nothing;
        if (at == 0 && passage.MarkBefore(next) == ':')
            return SubjectOf.Action;
        if (!opensSentence && !bodies.Any(b => b.IsNamed) && passage.Key(at, 1) is not "cac")
            return SubjectOf.Nothing;
        if (passage.Key(next, 2) is "chu tri" or "phoi hop" && passage.Words[next + 1].After == ':')
            return SubjectOf.Nothing; // «Cơ quan chủ trì: …»
        var skip = next;
        while (skip < words.Length && passage.Printed(skip) is "phải" or "cần" or "sẽ" or "thì")
            skip++;
        if (passage.Key(skip, 3) is "theo chuc nang" or "theo nhiem vu" or "tren co so")
            return SubjectOf.Duty;
        if (IsDuty(passage, skip))
            return SubjectOf.Duty;
        if (known == 0 && at == 0 && (BodyHeads.IsVerbAt(passage, skip) || BodyHeads.IsStopAt(passage, next) || words[next - 1].After is ',' or '('))
            return SubjectOf.Action;
        if (known == 0 && at == 0 && bodies[0].IsNamed && !words[next].Capital && passage.MarkBefore(next) == ' ')
            return SubjectOf.Action;
        // «Sở A làm …; Sở B làm …», «Giao Sở A làm …. Sở B làm …»
        if (known > 0 && (words[at - 1].After == ';' || (words[at - 1].After == '.' && words[at].Capital)) && bodies[0].IsNamed && skip == next && BodyHeads.IsVerbAt(passage, next))
            return SubjectOf.Action;
        return known == 0 && !opensSentence && bodies.Any(b => b.IsNamed) && BodyHeads.IsVerbAt(passage, skip) ? SubjectOf.Action : SubjectOf.Nothing;
    }

    /// <summary>«Cấp tỉnh», «Cấp huyện:» heads the duties of a level and is nobody.</summary>
    private static bool IsLevel(Passage passage, ImmutableArray<NamedBody> bodies, int next) =>
        bodies.Length == 1 && bodies[0].To - bodies[0].From == 2 && passage.Key(bodies[0].From, 1) is "cap" && (next >= passage.Words.Length || passage.MarkBefore(next) == ':');

    /// <summary>Whether behind the colon of a heading somebody else is the subject.</summary>
    private static bool IsTopic(Passage passage, int at) =>
        BodyHeads.Begins(passage, at) && BodyNames.ReadList(passage, at) is { Bodies.Length: > 0 } subject && subject.Next < passage.Words.Length
        && !IsRequester(passage, subject.Next) && (IsDuty(passage, subject.Next) || BodyHeads.IsVerbAt(passage, subject.Next));

    /// <summary>«Ban Chỉ đạo xóa nhà tạm, nhà dột nát huyện X» alone on its line: all of it is the name.</summary>
    private static bool IsBareHeading(Passage passage, int at)
    {
        if (passage.Label is null || at >= passage.Words.Length || passage.Words.Length > 16 || !char.IsLetterOrDigit(passage.Text.TrimEnd()[^1]))
            return false;
        for (var i = at; i < passage.Words.Length; i++)
            if (passage.MarkBefore(i) is not (' ' or ',') || BodyHeads.IsVerbAt(passage, i) || BodyHeads.IsStopAt(passage, i) || BodyHeads.Begins(passage, i))
                return false;
        return true;
    }

    /// <summary>«Sở A chủ trì, Sở B phối hợp»: B cooperates with those named before.</summary>
    private static bool LendsAHand(Passage passage, int next) =>
        passage.Key(next, 2) is "phoi hop" && (passage.Words[next + 1].After != ' ' || passage.Key(next + 2, 2) is "thuc hien");

    private static bool IsDuty(Passage passage, int at) =>
        passage.Key(at, 2) is "chu tri" or "chu dong" or "chiu trach" or "can cu" or "phoi hop" or "dong chu" or "cung chu" or "cung chiu" or "lam dau" or "la dau" || passage.Key(at, 3) is "la co quan" or "la don vi" or "chu dong phoi" || passage.Key(at, 3) is "co trach nhiem" or "co nhiem vu" or "chu trach nhiem";

    /// <summary>«…, đề nghị Chủ tịch UBND tỉnh xem xét»: what somebody shall propose to those above is no duty of theirs.</summary>
    private static bool AsksUpward(Passage passage, int at) => passage.Key(at, 2) is "xem xet" or "quyet dinh" or "chi dao" or "cho y" or "phe duyet";

    /// <summary>Behind the body that asks, not the one that is asked.</summary>
    private static bool IsRequester(Passage passage, int at)
    {
        while (at < passage.Words.Length && passage.Key(at, 2) is "tran trong" or "cung da")
            at += 2;
        if (passage.Key(at, 1) is "giao")
            return BodyNames.ReadList(passage, at + Math.Max(1, Cue(passage, at))).Bodies.Length > 0; // «giao chỉ tiêu cho …» is what they do
        return passage.Key(at, 2) is "rat mong" || passage.Key(at, 1) is "da" or "vua" or "nhan" or "kinh" or "moi" or "mong" or "cam" or "co" or "la" && passage.Key(at, 2) is not ("co trach" or "co nhiem" or "la co" or "la don" or "la dau")
            || passage.Key(at, 2) is "yeu cau" or "de nghi" or "kien nghi" or "kinh trinh" or "thong bao" or "khuyen khich" or "phan cong" or "uy quyen" or "ban hanh" or "thong nhat" or "gioi thieu";
    }

    /// <summary>A request that is only told of: «tại Công văn số … của Sở Y tế đề nghị …», «Xét đề nghị».</summary>
    private static bool IsQuoted(Passage passage, int at)
    {
        var clause = at;
        while (clause > 0 && at - clause < LongestClause && passage.Words[clause - 1].After is ' ' or '(' or ')')
            clause--;
        return passage.Key(clause, 2) is "theo de" or "xet de" or "tai cong" or "tai van" or "tai to" or "theo cong"
            || (passage.Key(at, 1) is not "giao" && passage.Printed(at + 2) is "của" or "này" or "trên" or "tại");
    }
}
