using System.Collections.Immutable;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Text;

/// <summary>Text without pages (.txt, Markdown): set on a typewriter grid so that later stages see lines and columns.</summary>
internal static class TypedText
{
    private const double CharacterWidth = 6, LineHeight = 14;

    public static ImmutableArray<ReadPage> Read(string text)
    {
        var words = ImmutableArray.CreateBuilder<PageWord>();
        var row = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            foreach (var range in line.AsSpan().SplitAny(' ', '\t'))
            {
                var (start, length) = range.GetOffsetAndLength(line.Length);
                if (length > 0)
                    words.Add(new(line.Substring(start, length), start * CharacterWidth, row * LineHeight, length * CharacterWidth, LineHeight, 1, row));
            }
            row++;
        }
        return [new(1, 0, 0, ReadingMethod.Typed, "typed text", words.ToImmutable())];
    }
}
