using System.Collections.Immutable;
using System.Text;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Text;

/// <summary>Words of pages to one canonical NFC text in reading order.</summary>
internal static class TextAssembler
{
    public static DocumentText Assemble(ImmutableArray<ReadPage> pages)
    {
        var content = new StringBuilder();
        var words = ImmutableArray.CreateBuilder<TextWord>();
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        foreach (var page in pages)
            foreach (var line in page.Words.GroupBy(w => w.Line))
            {
                var start = content.Length;
                PageBox? box = null;
                foreach (var word in line)
                {
                    if (content.Length > start)
                        content.Append(' ');
                    var normal = word.Text.Normalize();
                    var place = new PageBox(page.Number, word.Left, word.Top, word.Width, word.Height);
                    words.Add(new(new(content.Length, normal.Length), page.Method == ReadingMethod.Typed ? null : place, word.Confidence));
                    content.Append(normal);
                    box = box?.Union(place) ?? place;
                }
                lines.Add(new(lines.Count, TextSpan.FromBounds(start, content.Length), box!.Value, LineColumn.Full, line.Average(w => w.Confidence)));
                content.Append('\n');
            }
        return new(new() { Content = content.ToString(), Words = words.ToImmutable() }, lines.ToImmutable(), pages);
    }
}
