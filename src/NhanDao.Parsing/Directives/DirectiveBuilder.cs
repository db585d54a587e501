using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Directives;

/// <summary>Makes a directive of an item, with those who take part in it, its deadline and its report.</summary>
internal sealed class DirectiveBuilder(DocumentText text, Func<Passage, Reading> read, ImmutableArray<Assignee> addressees, ShortNames shortNames)
{
    /// <summary>A directive of the letter.</summary>
    public Directive Build(OperativeItem operative)
    {
        var inherited = Inheritance.LeadIn(operative.Item) is { } leadIn && Named(leadIn, read(leadIn).Roles.Leads) is { IsEmpty: false } opened
            ? Inheritance.Of(opened) : addressees;
        return Build(operative.Item, operative.Confidence, operative.Source, inherited);
    }

    private Directive Build(OutlineItem item, double confidence, string source, ImmutableArray<Assignee> inherited)
    {
        var passages = item.Passages.ToList();
        // Where the item itself says who, its parts only add those they name on their own account.
        var own = passages.Count > 0 && read(passages[0]).Roles.Leads.Length > 0;
        var gathered = Gather(passages, p => read(p).Roles is var roles && own && p != passages[0]
            ? OfPart(roles, isPlainInArticle: p.Label is null && item.Label is { Kind: LabelKind.Article }) : roles.Leads);
        var span = TextSpan.FromBounds(passages[0].Span.Start, passages.Max(p => p.Span.End));
        ImmutableArray<Assignee> leads = gathered.All(l => l.Everybody) ? inherited : [.. gathered.Select(l => l.Body)];
        var heirs = Inheritance.Of(leads);
        return new()
        {
            Label = item.Label?.Printed,
            Text = string.Join(' ', passages.Select(p => p.Text.Trim())),
            Span = span,
            Boxes = text.Text.Locate(span),
            Children = [.. item.Children.Where(c => c.Label is not null).Select(c => Build(c, confidence, "directive.part", heirs))],
            Leads = leads,
            Cooperators = [.. Gather(passages, p => read(p).Roles.Cooperators).Select(l => l.Body)],
            Supervisors = [.. Gather(passages, p => read(p).Supervisors).Select(l => l.Body)],
            Report = passages.Select(Report).FirstOrDefault(r => r is not null),
            Deadline = passages.Select(p => read(p).Deadline).FirstOrDefault(d => d is not null),
            Confidence = Math.Round(Math.Min(confidence, own || gathered.Count == 0 ? 1 : OfParts(passages)) * Clarity(item, passages), 2),
            Source = source,
        };
    }

    /// <summary>How sure leads are that only the parts of an item name: those told to («giao», «chủ trì»), or mere subjects of a sentence.</summary>
    private double OfParts(List<Passage> passages) =>
        passages.Exists(p => read(p).Roles is { IsOrder: true, Leads.Length: > 0 }) ? 1 : 0.78;

    /// <summary>The leads that a part adds to those of its item: whom it orders by name, or the bodies that it begins with.</summary>
    private static ImmutableArray<NamedBody> OfPart(Roles roles, bool isPlainInArticle)
    {
        if (roles.IsOrder)
            return roles.Leads.RemoveAll(l => !l.IsNamed);
        var opening = 0;
        while (!isPlainInArticle && opening < roles.Leads.Length && roles.Leads[opening].From - (opening == 0 ? 0 : roles.Leads[opening - 1].To) <= (opening == 0 ? 0 : 1))
            opening++;
        return [.. roles.Leads.Take(opening).Where(l => l.IsNamed)];
    }

    /// <summary>How clearly the item is printed: the mean of its lines, and a label that had to be mended.</summary>
    private static double Clarity(OutlineItem item, List<Passage> passages) =>
        Math.Min(1, passages.Average(p => p.OcrConfidence) + 0.08) * (item.Label is { Doubtful: true } ? 0.85 : 1);

    private ReportingDuty? Report(Passage passage)
    {
        if (read(passage).Report is not { } line)
            return null;
        var (start, end) = (passage.Words[line.At].Start, passage.Words[line.End - 1].End);
        var span = passage.Canonical(start, end);
        var deadline = read(passage).Deadline is { } due && IsOfSentence(passage, start, end, due) ? due : null;
        return new(Named(passage, line.To), Named(passage, line.Through), deadline, span);
    }

    /// <summary>Whether a deadline stands in the sentence that sets the report, or in the clause before it («định kỳ hằng quý báo cáo …»).</summary>
    private static bool IsOfSentence(Passage passage, int start, int end, Deadline due)
    {
        var at = passage.Text.IndexOf(due.Raw, StringComparison.Ordinal);
        var (from, to) = at < start ? (at + due.Raw.Length, start) : (end, at);
        if (at < 0 || to <= from)
            return at >= 0;
        var between = passage.Text.AsSpan(from, to - from);
        return !between.Contains(';') && !between.Contains(". ", StringComparison.Ordinal);
    }

    private ImmutableArray<Assignee> Named(Passage passage, ImmutableArray<NamedBody> bodies) => [.. bodies.Select(b => Name(passage, b))];

    private Assignee Name(Passage passage, NamedBody body)
    {
        var (from, to) = (passage.Words[body.From].Start, passage.Words[body.To - 1].End);
        if (to < passage.Text.Length && passage.Text[to] == ')' && passage.Text.LastIndexOf('(', to) >= from)
            to++;
        return new(passage.Text[from..to], passage.Canonical(from, to)) { FullName = shortNames.Expand(passage.Text[from..to]) };
    }

    /// <summary>A name as it is compared: «Ủy ban nhân dân các huyện, thị xã» and «Ủy ban nhân dân huyện, thị xã» are the same bodies.</summary>
    private static string Identity(string name) => BareText.Of(name).Replace("cac ", "", StringComparison.Ordinal);

    /// <summary>«Kho bạc Nhà nước tỉnh» behind «Kho bạc Nhà nước Hà Nam».</summary>
    private static bool IsShortFor(string name, string known) =>
        name.EndsWith(" tinh", StringComparison.Ordinal) && name.AsSpan(0, name.Length - 4) is { Length: > 8 } stem && known.AsSpan().StartsWith(stem, StringComparison.Ordinal);

    /// <summary>The bodies of an item and of what belongs to it, each once, in order.</summary>
    private List<(Assignee Body, bool Everybody)> Gather(List<Passage> passages, Func<Passage, ImmutableArray<NamedBody>> part)
    {
        var bodies = new List<(Assignee, bool)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in passages)
            foreach (var body in part(passage))
                if (Name(passage, body) is var named && Identity(named.Name) is var identity && !seen.Any(s => IsShortFor(identity, s)) && seen.Add(identity))
                    bodies.Add((named, BodyNames.IsEverybody(passage, body)));
        return bodies;
    }
}
