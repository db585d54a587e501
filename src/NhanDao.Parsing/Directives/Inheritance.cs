using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Directives;

/// <summary>Whom a directive binds that names nobody: those of the heading above it, of the sentence that opens its list, or the addressees.</summary>
internal static class Inheritance
{
    /// <summary>The addressees that were read, as those who inherit.</summary>
    public static ImmutableArray<Assignee> FromAddressees(ImmutableArray<Field<string>> addressees) =>
        [.. from addressee in addressees where addressee is { Value: not null, Span: not null } select new Assignee(addressee.Value!, addressee.Span!.Value, Inherited: true)];

    public static ImmutableArray<Assignee> Of(ImmutableArray<Assignee> bodies) => [.. bodies.Select(b => b with { Inherited = true })];

    /// <summary>The sentence that opens the list in which an item stands: «…, giao Sở Nội vụ chủ trì các nội dung sau:»; null when none does.</summary>
    public static Passage? LeadIn(OutlineItem item)
    {
        if (item.Parent is not { } parent || item.Label is null)
            return null;
        var at = parent.Children.IndexOf(item);
        while (--at >= 0)
            if (parent.Children[at] is { Label: null, Head: { } head })
                return head.Text.TrimEnd().EndsWith(':') ? head : null;
        return null;
    }
}
