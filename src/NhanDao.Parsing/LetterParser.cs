using System.Collections.Immutable;
using NhanDao.Parsing.Directives;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.References;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing;

/// <summary>Reads an official letter: a file or a text in, a <see cref="Letter"/> out. Safe to share between threads.</summary>
public sealed class LetterParser
{
    private readonly ParsingOptions options;

    /// <summary>A parser with <paramref name="options"/>, or with the defaults.</summary>
    public LetterParser(ParsingOptions? options = null) => this.options = options ?? ParsingOptions.Default;

    /// <summary>Reads a letter that is already text. Nothing need be installed.</summary>
    public Letter Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(TypedText.Read(text), options);
    }

    /// <summary>From words with places to the letter: the flow, stage by stage.</summary>
    internal static Letter Parse(ImmutableArray<ReadPage> pages, ParsingOptions options)
    {
        _ = options;
        var problems = new List<Diagnostic>();
        var text = TextAssembler.Assemble(pages);
        var lines = LineLabeller.Label(text);

        return new Letter
        {
            Text = text.Text,
            Directives = DirectiveFinder.Find(text, lines, null, null, problems),
            References = ReferenceFinder.Find(text, lines, null, problems),
            Pages = [.. pages.Select(p => new PageReading(p.Number, p.Width, p.Height, p.Method, p.Reason))],
            Diagnostics = [.. problems],
        };
    }
}
