using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.References;

/// <summary>Finds the instruments that a letter cites. Its own number, stamps and what lies behind its end are no citations.</summary>
internal static class ReferenceFinder
{
    /// <param name="text">The letter.</param>
    /// <param name="lines">Its lines, labelled.</param>
    /// <param name="own">The letter's own number.</param>
    /// <param name="date">The letter's own date: nothing cited is later.</param>
    /// <param name="problems">Takes what was noticed.</param>
    public static ImmutableArray<Reference> Find(
        DocumentText text, ImmutableArray<LabelledLine> lines, LetterNumber? own, Field<PartialDate> date, ICollection<Diagnostic> problems)
    {
        var cited = CitedText.Of(text, lines);
        var citations = CitationScanner.Scan(cited);
        Relations.Mark(cited, citations);
        // A date that is itself unsure says nothing about others.
        var latest = date.Confidence >= 0.8 ? date.Value?.ToDate() : null;
        return ReferenceResolver.Resolve(text, cited, citations, own, latest, problems);
    }
}
