using System.Collections.Immutable;

namespace NhanDao.Parsing.Model;

/// <summary>Cơ quan ban hành văn bản.</summary>
/// <param name="Name">The issuing body in ordinary case, as worded: «Sở Y tế», «Ủy ban nhân dân tỉnh Quảng Ngãi».</param>
/// <param name="Parent">Cơ quan chủ quản, the body above it as printed; null when the header has none.</param>
public sealed record Issuer(string Name, string? Parent = null)
{
    /// <summary>The other bodies of a joint letter (văn bản liên tịch).</summary>
    public ImmutableArray<string> CoIssuers { get; init; } = [];
}
