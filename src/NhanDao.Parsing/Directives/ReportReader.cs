using System.Collections.Immutable;

namespace NhanDao.Parsing.Directives;

/// <summary>Whom a paragraph tells to report to: words <c>[At, End)</c> of it.</summary>
/// <param name="At">The word that says it («báo cáo», «gửi»).</param>
/// <param name="End">Behind the last body named.</param>
/// <param name="To">Who receives the report.</param>
/// <param name="Through">Who collects it on the way.</param>
internal readonly record struct ReportLine(int At, int End, ImmutableArray<NamedBody> To, ImmutableArray<NamedBody> Through);

/// <summary>Reads «báo cáo Ủy ban nhân dân tỉnh (qua Sở Tài chính)», «gửi kết quả về Sở Y tế để tổng hợp».</summary>
internal static class ReportReader
{
    /// <summary>As far behind «báo cáo» as the receiver is looked for: «báo cáo kết quả thực hiện bằng văn bản và bản mềm về Sở …».</summary>
    private const int Reach = 16;

    /// <summary>As far back as «nếu», «trường hợp» are looked for.</summary>
    private const int LongestSentence = 200;

    /// <summary>The first reporting line of a paragraph; null when it sets none.</summary>
    public static ReportLine? Read(Passage passage)
    {
        for (var i = 0; i < passage.Words.Length; i++)
            if (Verb(passage, i) is > 0 and var verb && !IsConditional(passage, i) && Receivers(passage, i, i + verb) is { } line)
                return line;
        return null;
    }

    private static int Verb(Passage passage, int at)
    {
        if (passage.Key(at, 2) is "bao cao" && !(at > 0 && passage.Printed(at - 1) is "theo" or "của" or "chế" or "các" or "tại"))
            return 2;
        return passage.Printed(at) is "gửi" or "Gửi" or "nộp" or "Nộp" ? 1 : 0;
    }

    /// <summary>«nếu có vướng mắc, báo cáo …» sets no report.</summary>
    private static bool IsConditional(Passage passage, int at)
    {
        for (var i = at - 1; i >= 0 && at - i <= LongestSentence && passage.Words[i].After is not ('.' or ';'); i--)
            if (passage.Printed(i) is "nếu" or "Nếu" || passage.Key(i, 2) is "truong hop" or "vuong mac" or "kho khan" or "phat sinh")
                return true;
        return false;
    }

    private static ReportLine? Receivers(Passage passage, int at, int from)
    {
        var words = passage.Words;
        ImmutableArray<NamedBody> to = [], through = [];
        var end = from;
        for (var i = from; i < words.Length && i - from <= Reach; i++)
        {
            if (i > from && words[i - 1].After is '.' or ';')
                break;
            if (passage.Printed(i) is "qua" or "Qua" or "thông" && Through(passage, i) is { Bodies.Length: > 0 } collected)
            {
                (through, end) = (collected.Bodies, collected.Next);
                i = collected.Next - 1;
                if (!to.IsEmpty)
                    break;
                continue;
            }
            if (!to.IsEmpty)
                continue;
            var directly = i == from && BodyHeads.Begins(passage, i);
            var cue = passage.Printed(i) is "về" or "vê" or "cho" or "đến" or "tới" or "lên" or "với";
            if (!directly && !cue && !(i > from && words[i].Capital && BodyHeads.Begins(passage, i) && words[i - 1].After == ' ' && passage.Printed(i - 1) is not "của"))
                continue;
            var (bodies, next) = BodyNames.ReadList(passage, cue ? i + 1 : i);
            if (!bodies.Any(b => b.IsNamed))
                continue;
            (to, end) = (bodies, next);
            from = next - Reach / 2; // the channel stands close behind the receiver
            i = next - 1;
        }
        return to.IsEmpty && through.IsEmpty ? null : new(at, end, to, through);
    }

    private static (ImmutableArray<NamedBody> Bodies, int Next) Through(Passage passage, int at) =>
        BodyNames.ReadList(passage, passage.Key(at, 2) is "thong qua" ? at + 2 : at + 1, expected: false);
}
