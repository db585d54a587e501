using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Directives;

/// <summary>Finds what a letter orders, assigns or asks: who must do what by when.</summary>
internal static class DirectiveFinder
{
    /// <summary>No directive of a letter whose type is in doubt is surer than this: whether it orders at all hangs on the type.</summary>
    private const double DoubtfulType = 0.79;

    /// <param name="text">The canonical text.</param>
    /// <param name="lines">Its labelled lines; directives stand in the body lines.</param>
    /// <param name="documentType">Loại văn bản («công văn», «quyết định», «kế hoạch»).</param>
    /// <param name="date">The letter's own date, from which relative deadlines and missing years count; null when unknown.</param>
    /// <param name="addressees">Kính gửi, whom a directive binds that names nobody.</param>
    /// <param name="problems">Takes what was noticed.</param>
    public static ImmutableArray<Directive> Find(
        DocumentText text, ImmutableArray<LabelledLine> lines, Field<string> documentType, PartialDate? date, ImmutableArray<Field<string>> addressees,
        ICollection<Diagnostic> problems)
    {
        var tables = TaskTables.Find(text, lines);
        var passages = Passages.Build(text, [.. lines.Where(l => !tables.Any(t => t.Lines.Contains(l.Line.Index)))], LetterNames.Of(addressees));
        var readings = new Dictionary<Passage, Reading>(ReferenceEqualityComparer.Instance);
        Reading Read(Passage passage) => readings.TryGetValue(passage, out var known) ? known : readings[passage] = Reading.Of(passage, date);

        var outline = Outline.Build(passages);
        var type = documentType.Value;
        var shortNames = ShortNames.Of(passages, addressees.Select(a => a.Value).OfType<string>());
        var builder = new DirectiveBuilder(text, Read, Inheritance.FromAddressees(addressees), shortNames);
        var directives = ImmutableArray.CreateBuilder<Directive>();
        foreach (var operative in Operative.Choose(outline, type, Read))
            directives.Add(builder.Build(type is null ? operative with { Confidence = Math.Min(operative.Confidence, DoubtfulType) } : operative));
        foreach (var table in tables)
        {
            // «…, giao các đơn vị thực hiện các công việc sau:» opens the table and is no directive beside it.
            directives.RemoveAll(d => d.Text.TrimEnd().EndsWith(':') && d.Children.IsEmpty && text.Content.AsSpan(d.Span.End, Math.Max(0, table.Start - d.Span.End)).IsWhiteSpace());
            directives.AddRange(TableDirectives.Of(text, table, date, shortNames));
        }
        if (!tables.IsEmpty)
            directives.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        if (directives.Count == 0 && type is ("chỉ thị" or "công điện" or "kế hoạch" or "tờ trình" or "quyết định"))
            problems.Add(new("directive.none", Severity.Warning, $"No directive was found, though every {type} holds one."));
        return directives.ToImmutable();
    }
}
