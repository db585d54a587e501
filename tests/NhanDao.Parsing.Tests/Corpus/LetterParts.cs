using System.Collections;
using System.Reflection;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Corpus;

/// <summary>Everything inside a letter, however deep: found by reflection, so that a new property cannot be forgotten.</summary>
internal static class LetterParts
{
    /// <summary>Every span, box, field, … of type <typeparamref name="T"/> with its path («Directives[2].Leads[0].Span»).</summary>
    public static IEnumerable<(string Path, T Part)> All<T>(Letter letter) =>
        from part in Walk("", letter)
        where part.Value is T
        select (part.Path, (T)part.Value);

    /// <summary>Every <see cref="Field{T}"/> as raw text and span.</summary>
    public static IEnumerable<(string Path, string? Raw, TextSpan? Span)> Fields(Letter letter) =>
        from part in Walk("", letter)
        let type = part.Value.GetType()
        where type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Field<>)
        select (part.Path, (string?)type.GetProperty("Raw")!.GetValue(part.Value), (TextSpan?)type.GetProperty("Span")!.GetValue(part.Value));

    private static IEnumerable<(string Path, object Value)> Walk(string path, object? value)
    {
        if (value is null)
            yield break;
        yield return (path, value);
        if (value is string or LetterText)
            yield break;
        if (value is IEnumerable list)
        {
            var index = 0;
            foreach (var item in list)
                foreach (var part in Walk($"{path}[{index++}]", item))
                    yield return part;
        }
        else if (value.GetType().Namespace == typeof(Letter).Namespace && !value.GetType().IsEnum)
        {
            foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
                foreach (var part in Walk($"{path}.{property.Name}", property.GetValue(value)))
                    yield return part;
        }
    }
}
