using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Keys;

/// <summary>Keys of other systems: made, found and revoked. A secret is shown once, when it is made.</summary>
internal sealed class ApiKeys(LetterDatabase database, TimeProvider clock)
{
    /// <summary>How secrets begin, so that one is recognised where it should not lie.</summary>
    public const string Prefix = "nhandao_";

    private const int SecretBytes = 32;

    /// <summary>How long a key that was found is not looked for again: a revoked one works this much longer at most.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (ApiKeyRow Key, DateTimeOffset Until)> found = new(StringComparer.Ordinal);

    /// <summary>The key with this secret; null when there is none or it was revoked.</summary>
    public async ValueTask<ApiKeyRow?> FindAsync(string secret, CancellationToken cancellation)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal) || secret.Length > 100)
            return null;
        var hash = HashOf(secret);
        var now = clock.GetUtcNow();
        if (found.TryGetValue(hash, out var known) && known.Until > now)
            return known.Key;
        var context = database.Open();
        await using (context.ConfigureAwait(false))
        {
            var key = await context.ApiKeys.FirstOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null, cancellation).ConfigureAwait(false);
            if (key is not null)
                found[hash] = (key, now + Remembered);
            else
                found.TryRemove(hash, out _);
            return key;
        }
    }

    /// <returns>The secret, which is not kept.</returns>
    /// <exception cref="WrongSettingsException">The name is taken.</exception>
    public async Task<(ApiKeyRow Key, string Secret)> CreateAsync(string name, Scopes scopes, string by, CancellationToken cancellation)
    {
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var now = clock.GetUtcNow();
        var key = new ApiKeyRow { Name = name, Scopes = scopes, Hash = HashOf(secret), Start = secret[..(Prefix.Length + 4)], CreatedAt = now };
        await database.WriteAsync(async context =>
        {
            if (await context.ApiKeys.AnyAsync(k => k.Name == name, cancellation).ConfigureAwait(false))
                throw new WrongSettingsException($"There is a key named '{name}' already.");
            context.ApiKeys.Add(key);
            await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            context.Audit.Add(new() { At = now, By = by, Action = "key.created", Subject = Subject(key), Detail = scopes.ToString() });
            return await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
        return (key, secret);
    }

    /// <summary>Every key, also revoked ones.</summary>
    public async Task<List<ApiKeyRow>> ListAsync(CancellationToken cancellation)
    {
        var context = database.Open();
        await using (context.ConfigureAwait(false))
            return await context.ApiKeys.OrderBy(k => k.Id).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <returns>False when there is none of that name that is not revoked yet.</returns>
    public Task<bool> RevokeAsync(string name, string by, CancellationToken cancellation) => database.WriteAsync(async context =>
    {
        if (await context.ApiKeys.FirstOrDefaultAsync(k => k.Name == name && k.RevokedAt == null, cancellation).ConfigureAwait(false) is not { } key)
            return false;
        key.RevokedAt = clock.GetUtcNow();
        context.Audit.Add(new() { At = key.RevokedAt.Value, By = by, Action = "key.revoked", Subject = Subject(key) });
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return true;
    }, cancellation);

    private static string Subject(ApiKeyRow key) => string.Create(CultureInfo.InvariantCulture, $"key {key.Id}");

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
