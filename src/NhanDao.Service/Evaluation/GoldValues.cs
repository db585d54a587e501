using System.Text.Json;

namespace NhanDao.Service.Evaluation;

/// <summary>Reads the values of a flat record, a label or a prediction, that may lack anything.</summary>
internal static class GoldValues
{
    /// <summary>The value at <paramref name="path"/> («number.symbol»); null where there is none.</summary>
    public static JsonElement? Get(JsonElement? element, string path)
    {
        foreach (var key in path.Split('.'))
            element = element is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(key, out var value) ? value : null;
        return element;
    }

    /// <summary>The items of the list <paramref name="name"/>; empty where there is none.</summary>
    public static JsonElement[] Items(JsonElement element, string name) =>
        Get(element, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>The value as it is compared.</summary>
    public static string Fold(JsonElement? value) => Comparison.Fold(PythonText.Str(value));
}
