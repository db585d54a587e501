using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Directives;

/// <summary>Finds what a letter orders, assigns or asks: who must do what by when.</summary>
internal static class DirectiveFinder
{
    /// <param name="text">The canonical text.</param>
    /// <param name="lines">Its labelled lines; directives stand in the body lines.</param>
    /// <param name="documentType">Loại văn bản («công văn», «quyết định», «kế hoạch»); null when unknown.</param>
    /// <param name="date">The letter's own date, from which relative deadlines and missing years count; null when unknown.</param>
    /// <param name="problems">Takes what was noticed.</param>
    public static ImmutableArray<Directive> Find(
        DocumentText text, ImmutableArray<LabelledLine> lines, string? documentType, PartialDate? date, ICollection<Diagnostic> problems)
    {
        var passages = Passages.Build(text, lines);
        var readings = new Dictionary<Passage, Reading>(ReferenceEqualityComparer.Instance);
        Reading Read(Passage passage) =>
            readings.TryGetValue(passage, out var known) ? known : readings[passage] = new(RoleReader.Read(passage), Deadlines.Find(passage, date));

        var outline = Outline.Build(passages);
        var directives = ImmutableArray.CreateBuilder<Directive>();
        foreach (var operative in Operative.Choose(outline, documentType, Read))
            directives.Add(Directive(text, operative.Item, operative.Confidence, operative.Source, Read));
        _ = problems;
        return directives.ToImmutable();
    }

    private static Directive Directive(DocumentText text, OutlineItem item, double confidence, string source, Func<Passage, Reading> read)
    {
        var passages = item.Passages.ToList();
        var label = item.Label;
        // Where the item itself says who, its parts only add those they name on their own account.
        var own = passages.Count > 0 && read(passages[0]).Roles.Leads.Length > 0;
        var leads = Gather(passages, p => read(p).Roles is var roles && own && p != passages[0] ? roles.Leads.RemoveAll(l => !l.IsNamed || (!roles.IsOrder && l.From > 0)) : roles.Leads);
        var span = TextSpan.FromBounds(passages[0].Span.Start, passages.Max(p => p.Span.End));
        if (leads.All(l => l.Everybody))
            leads = [];
        return new()
        {
            Label = label?.Printed,
            Text = string.Join(' ', passages.Select(p => p.Text.Trim())),
            Span = span,
            Boxes = text.Text.Locate(span),
            Children = [.. item.Children.Where(c => c.Label is not null).Select(c => Directive(text, c, confidence, "directive.part", read))],
            Leads = [.. leads.Select(l => l.Body)],
            Cooperators = [.. Gather(passages, p => read(p).Roles.Cooperators).Select(l => l.Body)],
            Deadline = passages.Select(p => read(p).Deadline).FirstOrDefault(d => d is not null),
            Confidence = Math.Round(confidence * Math.Min(1, passages.Average(p => p.OcrConfidence) + 0.08) * (label is { Doubtful: true } ? 0.85 : 1), 2),
            Source = source,
        };
    }

    /// <summary>The bodies of an item and of what belongs to it, each once, in order.</summary>
    private static List<(Assignee Body, bool Everybody)> Gather(List<Passage> passages, Func<Passage, ImmutableArray<NamedBody>> part)
    {
        var bodies = new List<(Assignee, bool)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in passages)
            foreach (var body in part(passage))
            {
                var (from, to) = (passage.Words[body.From].Start, passage.Words[body.To - 1].End);
                if (to < passage.Text.Length && passage.Text[to] == ')' && passage.Text.LastIndexOf('(', to) >= from)
                    to++;
                if (seen.Add(passage.Bare[from..to]))
                    bodies.Add((new(passage.Text[from..to], passage.Canonical(from, to)), BodyNames.IsEverybody(passage, body)));
            }
        return bodies;
    }
}

/// <summary>What the words of one paragraph say.</summary>
internal sealed record Reading(Roles Roles, Deadline? Deadline);
