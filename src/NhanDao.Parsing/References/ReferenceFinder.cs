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
    /// <param name="letter">What is known of the letter itself.</param>
    /// <param name="problems">Takes what was noticed.</param>
    public static ImmutableArray<Reference> Find(
        DocumentText text, ImmutableArray<LabelledLine> lines, CitingLetter letter, ICollection<Diagnostic> problems)
    {
        var cited = CitedText.Of(text, lines);
        var citations = CitationScanner.Scan(cited);
        Relations.Mark(cited, citations);
        InkedNumbers.Report(cited, citations, problems);
        return ReferenceResolver.Resolve(text, cited, citations, letter, problems);
    }
}
