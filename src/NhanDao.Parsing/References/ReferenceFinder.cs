using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.References;

/// <summary>Finds the instruments that a letter cites. Its own number, stamps and what lies behind its end are no citations.</summary>
internal static class ReferenceFinder
{
    public static ImmutableArray<Reference> Find(
        DocumentText text, ImmutableArray<LabelledLine> lines, LetterNumber? own, ICollection<Diagnostic> problems)
    {
        var cited = CitedText.Of(text, lines);
        return ReferenceResolver.Resolve(text, cited, CitationScanner.Scan(cited), own, problems);
    }
}
