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
            if (bodies.Count > 0 && IsPerson(passage, bodies[^1]) && BodyHeads.Read(passage, body.From, lower: true) is (_, BodyHead.Post) && passage.MarkBefore(body.From) == ',')
                bodies[^1] = bodies[^1] with { To = body.To }; // «đồng chí A, Phó Chủ tịch …» is one
            else
                bodies.Add(body);
            at = next = body.To;
            // A note in brackets behind a name is stepped over: «Sở Tài chính (Phòng Ngân sách), Sở Y tế».
            while (at < words.Length && words[at].Depth > words[body.From].Depth)
                at++;
            if (at >= words.Length)
                break;
            var mark = passage.MarkBefore(at);
            var and = IsAnd(passage, at) ? 1 : 0;
            expected = false;
            if (mark is ',' or ';' && BodyHeads.Begins(passage, at + and))
            {
                at += and;
                expected = !words[at].Capital;
            }
            else if (mark == ':' && BodyHeads.Begins(passage, at) && IsCollectiveOnly(passage, body))
                bodies.RemoveAt(bodies.Count - 1); // «các hội: Hội A, Hội B» are A and B
            else if (and > 0 && mark == ' ' && (BodyHeads.Begins(passage, at + 1) || BodyHeads.Read(passage, at + 1, lower: true) is (_, BodyHead.Common)))
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
        (passage.Key(body.From, 2) is "dong chi" || passage.Key(body.From, 1) is "ong" or "ba") && body.To - body.From <= 7 && passage.Words[body.To - 1].Capital;

    /// <summary>«Thủ trưởng các cơ quan:», «các hội:».</summary>
    private static bool IsCollectiveOnly(Passage passage, NamedBody body) =>
        !body.IsNamed || passage.Key(body.From, 2) is "thu truong" || (passage.Key(body.From, 1) is "cac" && body.To - body.From <= 2);

    /// <summary>Whether a person's post is named, not an organ.</summary>
    public static bool IsPost(Passage passage, NamedBody body) =>
        BodyHeads.Read(passage, BodyHeads.SkipQuantifier(passage, body.From), lower: true) is (_, BodyHead.Post);

    /// <summary>«các phòng chức năng của Sở Y tế»: whose they are says which.</summary>
    private static bool HasOwner(Passage passage, int from, int to)
    {
        for (var i = from; i + 1 < to; i++)
            if (passage.Key(i, 1) is "cua" or "thuoc" && BodyHeads.Read(passage, i + 1, lower: false) is (_, BodyHead.Organ))
                return true;
        return false;
    }

    /// <summary>«các đơn vị», «Thủ trưởng các cơ quan, đơn vị»: everybody the letter addresses.</summary>
    public static bool IsEverybody(Passage passage, NamedBody body)
    {
        for (var i = body.From; i < body.To; i++)
            if (passage.Key(i, 1) is not ("cac" or "thu" or "truong" or "don" or "vi" or "co" or "quan" or "lien" or "va" or "nhung" or "tat" or "ca" or "dong" or "chi" or "quy" or "to" or "chuc"))
                return false;
        return true;
    }

    private static NamedBody? ReadOne(Passage passage, int at, bool expected)
    {
        var start = BodyHeads.SkipQuantifier(passage, at);
        if (BodyHeads.Read(passage, start, lower: start > at || expected) is not var (length, kind))
            return null;
        // «Các đơn vị Trung tâm Y tế, Bệnh viện …»: the name that follows is meant.
        if (kind == BodyHead.Common && passage.Key(start, length) is "don vi" or "co quan" && start + length < passage.Words.Length
            && passage.Words[start + length].Capital && passage.Words[start + length - 1].After == ' ' && BodyHeads.Read(passage, start + length, lower: false) is (var named, BodyHead.Organ))
            (at, start, length, kind) = (start + length, start + length, named, BodyHead.Organ);
        if (start - at == 3 && passage.Key(at, 2) is "cac ong")
            at = start;
        var to = passage.Names.GoOn(passage, at, NameTail.Read(passage, start, start + length, kind));
        var bare = to == start + length && start == at && !passage.Words[at].Capital;
        return bare && (kind == BodyHead.Post || (kind == BodyHead.Common && length == 1)) ? null
            : new(at, to, (kind != BodyHead.Common || HasOwner(passage, start + length, to)) && !(passage.Key(start, length) is "nguoi dung dau" && IsEverybody(passage, new(start + length, to, false))));
    }

    private static bool IsAnd(Passage passage, int at) => passage.Key(at, 1) is "va" or "&" || passage.Printed(at) is "cùng";
}
