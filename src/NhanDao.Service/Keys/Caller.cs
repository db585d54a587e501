using System.Globalization;
using System.Security.Claims;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Keys;

/// <summary>Who sent a request, and what they may do.</summary>
/// <param name="Id">«key 3», or «oidc» with the subject of a token: for the trail, the rate and Idempotency-Keys.</param>
/// <param name="Name">For revisions.</param>
/// <param name="KeyId">The key; null for who came with a token.</param>
/// <param name="Scopes">What they may do.</param>
internal sealed record Caller(string Id, string Name, long? KeyId, Scopes Scopes)
{
    public const string IdClaim = "nhandao:id", KeyClaim = "nhandao:key", ScopesClaim = "nhandao:scopes";

    /// <summary>Sees every letter, not only what came of its own requests.</summary>
    public bool SeesAll => Scopes.HasFlag(Scopes.Read) || Scopes.HasFlag(Scopes.Review) || Scopes.HasFlag(Scopes.Admin);

    public static Caller Of(ClaimsPrincipal user) => new(
        user.FindFirstValue(IdClaim) ?? "",
        user.Identity?.Name ?? "",
        user.FindFirstValue(KeyClaim) is { } key ? long.Parse(key, CultureInfo.InvariantCulture) : null,
        ScopesOf(user));

    public static Scopes ScopesOf(ClaimsPrincipal user) =>
        user.FindFirstValue(ScopesClaim) is { } scopes ? (Scopes)int.Parse(scopes, CultureInfo.InvariantCulture) : Scopes.None;

    /// <summary>The user that a key stands for.</summary>
    public static ClaimsPrincipal User(ApiKeyRow key, string scheme) => User(
        string.Create(CultureInfo.InvariantCulture, $"key {key.Id}"), key.Name, key.Id, key.Scopes, scheme);

    /// <param name="id">As <see cref="Id"/>.</param>
    /// <param name="name">As <see cref="Name"/>.</param>
    /// <param name="key">As <see cref="KeyId"/>.</param>
    /// <param name="scopes">As <see cref="Scopes"/>.</param>
    /// <param name="scheme">How they were recognised.</param>
    public static ClaimsPrincipal User(string id, string name, long? key, Scopes scopes, string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new(IdClaim, id));
        identity.AddClaim(new(identity.NameClaimType, name));
        identity.AddClaim(new(ScopesClaim, ((int)scopes).ToString(CultureInfo.InvariantCulture)));
        if (key is { } number)
            identity.AddClaim(new(KeyClaim, number.ToString(CultureInfo.InvariantCulture)));
        return new(identity);
    }
}
