using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Pages;

/// <summary>What was read from a file: its pages as words, and the facts that stand beside the words.</summary>
/// <param name="Pages">Page n at index n-1.</param>
/// <param name="Signatures">Digital signatures as the file or a signature box states them.</param>
[method: JsonConstructor]
internal sealed record ReadDocument(ImmutableArray<ReadPage> Pages, ImmutableArray<DigitalSignature> Signatures)
{
    public ReadDocument(ImmutableArray<ReadPage> pages) : this(pages, []) { }

    /// <summary>Digital signatures as the file or a signature box states them.</summary>
    public ImmutableArray<DigitalSignature> Signatures { get; } = Signatures.IsDefault ? [] : Signatures; // an old recording has none

    /// <summary>What went wrong with single pages: «page.damaged», «page.doubtful».</summary>
    [JsonIgnore]
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>The file's name, without folder and ending: offices often write the number there («299 UB.signed»). Evidence, never a value. Null when unknown.</summary>
    [JsonIgnore]
    public string? FileName { get; init; }
}
