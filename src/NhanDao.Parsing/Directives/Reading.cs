using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Directives;

/// <summary>What the words of one paragraph say.</summary>
/// <param name="Roles">Who leads, who cooperates.</param>
/// <param name="Supervisors">Who follows up.</param>
/// <param name="Report">Whom to report to; null when it does not say.</param>
/// <param name="Deadline">By when; null when it does not say.</param>
internal sealed record Reading(Roles Roles, ImmutableArray<NamedBody> Supervisors, ReportLine? Report, Deadline? Deadline)
{
    private static readonly Reading Nothing = new(new([], [], IsOrder: false, HasCue: false), [], null, null);

    public static Reading Of(Passage passage, PartialDate? letterDate)
    {
        if (passage.IsQuoted)
            return Nothing;
        var roles = RoleReader.Read(passage);
        return new(roles, Follow.Up(passage, roles.Leads), ReportReader.Read(passage), Deadlines.Find(passage, letterDate));
    }
}
