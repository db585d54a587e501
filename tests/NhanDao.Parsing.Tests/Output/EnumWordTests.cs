using System.Reflection;
using System.Text.Json;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Parsing.Tests.Output;

/// <summary>An enum is written as a word, and a new one cannot be forgotten: its number would change when a member is put in.</summary>
public class EnumWordTests
{
    public static TheoryData<Type> Enums => [.. Reachable(typeof(Letter)).Concat(Reachable(typeof(FlatRecord))).Distinct().Where(t => t.IsEnum)];

    [Fact]
    public void The_enums_of_a_letter_are_found() =>
        Assert.Superset(new HashSet<Type> { typeof(FieldStatus), typeof(Regime), typeof(Severity), typeof(ReadingMethod), typeof(ReferenceRelation) },
            Reachable(typeof(Letter)).Where(t => t.IsEnum).ToHashSet());

    [Theory, MemberData(nameof(Enums))]
    public void Is_written_as_a_word(Type type)
    {
        Assert.All(Enum.GetValues(type).Cast<object>(), value =>
        {
            var name = value.ToString()!;
            var json = JsonSerializer.Serialize(value, ReadableJson.Compact.GetTypeInfo(type));
            Assert.Equal($"\"{char.ToLowerInvariant(name[0])}{name[1..]}\"", json);
            Assert.Equal(value, JsonSerializer.Deserialize(json, ReadableJson.Compact.GetTypeInfo(type)));
        });
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("1", ReadableJson.Compact.GetTypeInfo(type)));
    }

    private static HashSet<Type> Reachable(Type root)
    {
        var seen = new HashSet<Type>();
        var waiting = new Stack<Type>([root]);
        while (waiting.TryPop(out var type))
        {
            if (!seen.Add(type))
                continue;
            foreach (var inner in type.GenericTypeArguments)
                waiting.Push(inner);
            if (type.Assembly == typeof(Letter).Assembly && !type.IsEnum)
                foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    waiting.Push(property.PropertyType);
        }
        return seen;
    }
}
