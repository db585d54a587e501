using System.CommandLine;
using System.Globalization;
using NhanDao.Service.Keys;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao keys</c>: makes, lists and revokes the keys of the service.</summary>
internal static class KeysCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "For people: whose key it is." };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= 100 } value || value.Any(char.IsControl))
                result.AddError("NAME has 1 to 100 characters.");
        });
        var scopes = new Option<Scopes>("--scopes")
        {
            Description = "What it may do: read (all letters), parse (post letters, read its own), review (correct), admin (delete).",
            HelpName = "read,parse,review,admin",
            DefaultValueFactory = _ => Scopes.Read | Scopes.Parse,
            CustomParser = result =>
            {
                var words = result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                var found = Scopes.None;
                foreach (var word in words)
                    if (!int.TryParse(word, out _) && Enum.TryParse<Scopes>(word, ignoreCase: true, out var scope) && scope != Scopes.None)
                        found |= scope;
                    else
                        result.AddError($"--scopes are read, parse, review and admin, separated by commas, not '{word}'.");
                return found;
            },
        };
        var create = new StoreOptions();
        var list = new StoreOptions();
        var revoke = new StoreOptions();
        var creating = new Command("create", "Makes a key and prints its secret, once.") { name, scopes };
        var listing = new Command("list", "Lists the keys, without their secrets.");
        var revoking = new Command("revoke", "Revokes a key: within a second it opens nothing.") { name };
        create.AddTo(creating);
        list.AddTo(listing);
        revoke.AddTo(revoking);
        creating.SetAction((result, cancellation) => WithKeysAsync(create, result, async keys =>
        {
            var (_, secret) = await keys.CreateAsync(result.GetRequiredValue(name), result.GetValue(scopes), By, cancellation).ConfigureAwait(false);
            await result.InvocationConfiguration.Output.WriteLineAsync(secret).ConfigureAwait(false);
            await result.InvocationConfiguration.Error.WriteLineAsync("nhandao: keep it now, it is not shown again.").ConfigureAwait(false);
            return ExitCode.Ok;
        }, cancellation));
        listing.SetAction((result, cancellation) => WithKeysAsync(list, result, async keys =>
        {
            foreach (var key in await keys.ListAsync(cancellation).ConfigureAwait(false))
                await result.InvocationConfiguration.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{key.Id}\t{key.Name}\t{key.Start}…\t{key.Scopes.ToString().ToLowerInvariant()}\t{key.CreatedAt:yyyy-MM-dd}\t{(key.RevokedAt is { } at ? $"revoked {at:yyyy-MM-dd}" : "")}")).ConfigureAwait(false);
            return ExitCode.Ok;
        }, cancellation));
        revoking.SetAction((result, cancellation) => WithKeysAsync(revoke, result, async keys =>
            await keys.RevokeAsync(result.GetRequiredValue(name), By, cancellation).ConfigureAwait(false) ? ExitCode.Ok
                : throw new WrongSettingsException($"There is no key named '{result.GetRequiredValue(name)}' that is not revoked."), cancellation));
        return new("keys", "Makes, lists and revokes the keys of the service.") { creating, listing, revoking };
    }

    /// <summary>For the trail: whoever may write the database may make keys.</summary>
    private static string By => $"command line ({Environment.UserName})";

    private static async Task<int> WithKeysAsync(StoreOptions options, ParseResult result, Func<ApiKeys, Task<int>> use, CancellationToken cancellation)
    {
        var where = options.Read(result);
        where.MakeDataFolder();
        using var database = LetterDatabase.Of(where.DatabaseConnection);
        await database.MigrateAsync(cancellation).ConfigureAwait(false);
        return await use(new(database, TimeProvider.System)).ConfigureAwait(false);
    }
}
