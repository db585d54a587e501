using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>Letters that were parsed before: one JSON letter, or one after the other as in JSON Lines.</summary>
internal static class ParsedLetters
{
    /// <summary>Whether a file that begins so is JSON; rich text begins with a brace, too.</summary>
    public static bool IsJson(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("\uFEFF"u8))
            start = start[3..];
        start = start.TrimStart(" \t\r\n"u8);
        return start is [(byte)'{', ..] && start[1..].TrimStart(" \t\r\n"u8) is [(byte)'"', ..];
    }

    /// <exception cref="UnreadableDocumentException">It is no letter of this contract.</exception>
    public static async IAsyncEnumerable<Letter> ReadAsync(Stream json, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var type = (JsonTypeInfo<Letter>)ReadableJson.Compact.GetTypeInfo(typeof(Letter));
        var letters = JsonSerializer.DeserializeAsyncEnumerable(json, type, topLevelValues: true, cancellation).GetAsyncEnumerator(cancellation);
        await using (letters.ConfigureAwait(false))
            while (true)
            {
                Letter? letter;
                try
                {
                    if (!await letters.MoveNextAsync().ConfigureAwait(false))
                        yield break;
                    letter = letters.Current;
                }
                catch (JsonException e)
                {
                    throw NoLetter(e);
                }
                yield return letter is { Schema: Letter.Contract } ? letter : throw NoLetter(null);
            }
    }

    private static UnreadableDocumentException NoLetter(JsonException? cause) => new(UnreadableReason.UnknownFormat,
        $"It is JSON, but no letter of the contract {Letter.Contract}: make it with nhandao parse --format json.", cause);
}
