using System.CommandLine;
using NhanDao.Parsing;

namespace NhanDao.Service.Commands;

/// <summary><c>--max-megabytes</c>, <c>--max-pages</c> and <c>--max-megapixels</c>: what is refused before it is decoded.</summary>
internal sealed class Limits
{
    private const long Megabyte = 1024 * 1024;

    private readonly Option<int> megabytes = Positive(new Option<int>("--max-megabytes")
    {
        HelpName = "N",
        Description = "A larger file is refused.",
        DefaultValueFactory = _ => (int)(ParsingOptions.Default.MaxBytes / Megabyte),
    });

    private readonly Option<int> pages = Positive(new Option<int>("--max-pages")
    {
        HelpName = "N",
        Description = "A file with more pages is refused.",
        DefaultValueFactory = _ => ParsingOptions.Default.MaxPages,
    });

    private readonly Option<int> megapixels = Positive(new Option<int>("--max-megapixels")
    {
        HelpName = "N",
        Description = "A page with more million pixels is refused.",
        DefaultValueFactory = _ => (int)(ParsingOptions.Default.MaxPixels / 1_000_000),
    });

    /// <summary>Those that only whoever reads the pages can keep.</summary>
    public IEnumerable<Option> OfReading => [pages, megapixels];

    public void AddTo(Command command)
    {
        command.Add(megabytes);
        command.Add(pages);
        command.Add(megapixels);
    }

    public ParsingOptions Of(ParseResult result) => ParsingOptions.Default with
    {
        MaxBytes = result.GetValue(megabytes) * Megabyte,
        MaxPages = result.GetValue(pages),
        MaxPixels = result.GetValue(megapixels) * 1_000_000L,
    };

    private static Option<int> Positive(Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && value < 1)
                result.AddError($"{option.Name} takes a whole number from 1.");
        });
        return option;
    }
}
