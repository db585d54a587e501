using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.Text;

/// <summary>A page set by hand: each line of text at a left edge and a height, words one after the other, 6 points a letter.</summary>
internal sealed class PageOfWords
{
    private const double Letter = 6, LineHeight = 12;
    private readonly ImmutableArray<PageWord>.Builder words = ImmutableArray.CreateBuilder<PageWord>();
    private int line;

    /// <summary>The next <see cref="Set"/> is the same line to the source, as OCR does with two columns.</summary>
    public PageOfWords Beside(double left, double top, string text, double slope = 0) => Add(left, top, text, slope, line);

    public PageOfWords Set(double left, double top, string text, double slope = 0) => Add(left, top, text, slope, ++line);

    public ImmutableArray<ReadPage> Pages(int number = 1) =>
        [new(number, 595, 842, ReadingMethod.Ocr, "test", words.ToImmutable())];

    public static string[] Read(ImmutableArray<ReadPage> pages)
    {
        var text = TextAssembler.Assemble(pages);
        return [.. text.Lines.Select(text.LineText)];
    }

    private PageOfWords Add(double left, double top, string text, double slope, int source)
    {
        foreach (var word in text.Split(' '))
        {
            words.Add(new(word, left, top + (slope * left), word.Length * Letter, LineHeight, 0.9, source));
            left += (word.Length + 1) * Letter;
        }
        return this;
    }
}
