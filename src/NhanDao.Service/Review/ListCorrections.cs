using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using NhanDao.Parsing.Model;

namespace NhanDao.Service.Review;

/// <summary>Corrections of the tasks. A task that keeps its text, or else its place in the list, keeps what the flat record does not show.</summary>
internal static class TaskCorrection
{
    public static ImmutableArray<Directive> Apply(ImmutableArray<Directive> old, JsonArray tasks) => [.. tasks.Select((node, i) =>
    {
        var task = node as JsonObject ?? throw new FormatException();
        var text = Correction.Text(task["text"]) ?? throw new FormatException();
        var known = old.FirstOrDefault(d => d.Text == text) ?? (tasks.Count == old.Length ? old[i] : null);
        var due = Correction.Text(task["deadlineDate"]) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : (DateOnly?)null;
        var raw = Correction.Text(task["deadline"]) ?? due?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var span = known?.Span ?? default;
        return (known ?? new Directive { Text = text, Span = default, Confidence = 1, Source = Correction.Source }) with
        {
            Label = Correction.Text(task["label"]),
            Text = text,
            Leads = Bodies(known?.Leads ?? [], task["assignees"], span),
            Cooperators = Bodies(known?.Cooperators ?? [], task["cooperators"], span),
            Deadline = raw is null ? null : known?.Deadline is { } deadline && deadline.Raw == raw && deadline.Date == due ? deadline : new(raw, known?.Deadline?.Span ?? span, due),
            Confidence = 1,
            Source = Correction.Source,
        };
    })];

    /// <summary>Those given; where none are, those inherited stay, which the flat record does not show.</summary>
    private static ImmutableArray<Assignee> Bodies(ImmutableArray<Assignee> old, JsonNode? names, TextSpan span)
    {
        ImmutableArray<Assignee> given = [.. Correction.List(names).Select(Correction.Text).OfType<string>().Select(name => old.FirstOrDefault(a => a.Name == name) ?? new(name, span))];
        return given.IsEmpty ? [.. old.Where(a => a.Inherited)] : given;
    }
}

/// <summary>Corrections of the references. One that keeps its number or title, or else its place in the list, keeps its mentions.</summary>
internal static class ReferenceCorrection
{
    public static ImmutableArray<Reference> Apply(ImmutableArray<Reference> old, JsonArray references) => [.. references.Select((node, i) =>
    {
        var given = node as JsonObject ?? throw new FormatException();
        var (number, title) = (Correction.Text(given["number"]), Correction.Text(given["title"]));
        var known = old.FirstOrDefault(r => (r.Number, r.Title) == (number, title)) ?? (references.Count == old.Length ? old[i] : null);
        var date = Correction.DateOf(given["date"]);
        var issuer = Correction.Text(given["issuer"]);
        var isSame = known is not null && (known.Number, known.Title, known.Date.Value, known.Issuer) == (number, title, date, issuer);
        return (known ?? new Reference { Type = "", Confidence = 1 }) with
        {
            Type = Correction.Text(given["type"]) ?? throw new FormatException(),
            Number = number,
            Title = title,
            Date = Correction.Given(known?.Date ?? Field<PartialDate>.Absent, date),
            Issuer = issuer,
            CanonicalId = isSame ? known!.CanonicalId : null, // of what was read; a wrong link costs more than a gap
            Confidence = 1,
        };
    })];
}
