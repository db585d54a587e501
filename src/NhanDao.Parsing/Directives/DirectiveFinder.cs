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
        DocumentText text, ImmutableArray<LabelledLine> lines, string? documentType, PartialDate? date, ICollection<Diagnostic> problems) => [];
}
