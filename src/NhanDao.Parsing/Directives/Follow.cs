using System.Collections.Immutable;

namespace NhanDao.Parsing.Directives;

/// <summary>Who is told to follow a duty up: «Giao Thanh tra tỉnh theo dõi, đôn đốc, kiểm tra việc thực hiện».</summary>
internal static class Follow
{
    /// <summary>The bodies among <paramref name="leads"/> whose own duty is to follow up.</summary>
    public static ImmutableArray<NamedBody> Up(Passage passage, ImmutableArray<NamedBody> leads)
    {
        var supervisors = ImmutableArray.CreateBuilder<NamedBody>();
        var waiting = 0; // leads of one list share the verb behind the last: «Sở A, Sở B theo dõi …»
        for (var i = 0; i < leads.Length; i++)
        {
            if (FollowsUp(passage, leads[i].To))
                supervisors.AddRange(leads[waiting..(i + 1)]);
            if (i + 1 < leads.Length && leads[i + 1].From - leads[i].To > 1)
                waiting = i + 1;
        }
        return supervisors.ToImmutable();
    }

    private static bool FollowsUp(Passage passage, int at)
    {
        // «chịu trách nhiệm», «chủ trì,», «phối hợp với X» may stand before the verb.
        while (passage.Key(at, 3) is "chiu trach nhiem" or "co trach nhiem" or "co nhiem vu")
            at += 3;
        while (passage.Key(at, 2) is "chu tri" or "thuong xuyen" or "chu dong" or "truc tiep")
            at += 2;
        if (passage.Key(at, 2) is "phoi hop")
            at = BodyNames.ReadList(passage, passage.Printed(at + 2) is "với" or "cùng" ? at + 3 : at + 2) is { Bodies.Length: > 0 } with ? with.Next : at;
        return passage.Key(at, 2) is "theo doi" or "don doc" or "giam sat"
            || (passage.Key(at, 2) is "kiem tra" && passage.Key(at + 2, 2) is "don doc" or "giam sat" or "theo doi");
    }
}
