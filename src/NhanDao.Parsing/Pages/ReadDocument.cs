using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Pages;

/// <summary>What was read from a file: its pages as words, and the facts that stand beside the words.</summary>
/// <param name="Pages">Page n at index n-1.</param>
/// <param name="Signatures">Digital signatures as the file or a signature box states them.</param>
internal sealed record ReadDocument(ImmutableArray<ReadPage> Pages, ImmutableArray<DigitalSignature> Signatures)
{
    public ReadDocument(ImmutableArray<ReadPage> pages) : this(pages, []) { }

    /// <summary>What went wrong with single pages: «page.damaged», «page.doubtful».</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];
}
