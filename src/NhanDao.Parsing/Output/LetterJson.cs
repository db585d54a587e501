using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Output;

/// <summary>
/// Letters as JSON, in the contract <see cref="Letter.Contract"/>. Its JSON Schema is docs/schema/nhandao.letter-1.schema.json.
/// </summary>
public static class LetterJson
{
    /// <summary>One letter as JSON text, without a line end.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="indented">Over several lines for people, or on one line.</param>
    public static string Write(Letter letter, bool indented = true) => JsonFields.Text(letter, indented, LetterJsonWriter.Write);

    /// <summary>
    /// The letter that <see cref="Write"/> wrote. The words of <see cref="LetterText.Words"/> are not in the JSON and stay empty:
    /// each field carries its own boxes.
    /// </summary>
    /// <exception cref="JsonException">The text is no JSON, of another contract, or incomplete.</exception>
    public static Letter Read(string json)
    {
        var letter = JsonSerializer.Deserialize(json, (JsonTypeInfo<Letter>)ReadableJson.Compact.GetTypeInfo(typeof(Letter))) ?? throw new JsonException("The JSON is null, not a letter.");
        return letter.Schema == Letter.Contract
            ? letter
            : throw new JsonException($"The letter follows \"{letter.Schema}\"; this version reads \"{Letter.Contract}\".");
    }
}
