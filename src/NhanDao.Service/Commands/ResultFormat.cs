using System.CommandLine;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Commands;

/// <summary>A form in which letters are printed.</summary>
/// <param name="Name">As the command line names it.</param>
/// <param name="Ending">Of result files.</param>
/// <param name="One">A letter by itself, for people to read.</param>
/// <param name="InList">A letter among others.</param>
internal sealed record ResultFormat(string Name, string Ending, Func<Letter, InputFile, double, string> One, Func<Letter, InputFile, double, string> InList)
{
    /// <summary>As help shows the default.</summary>
    public override string ToString() => Name;

    private static readonly ResultFormat[] All =
    [
        new("json", ".json", (letter, _, _) => LetterJson.Write(letter), (letter, _, _) => LetterJson.Write(letter, indented: false)),
        new("flat", ".json", (letter, input, threshold) => FlatJson.Write(Flat(letter, input, threshold)),
            (letter, input, threshold) => FlatJson.Write(Flat(letter, input, threshold), indented: false)),
        new("markdown", ".md", Markdown, (letter, input, threshold) => Markdown(letter, input, threshold) + "\n"),
    ];

    public static Option<ResultFormat> Option()
    {
        var option = new Option<ResultFormat>("--format")
        {
            Description = "json: everything, with places and confidences. flat: the values alone. markdown: for people.",
            HelpName = "json|flat|markdown",
            DefaultValueFactory = _ => All[0],
            CustomParser = result =>
            {
                var found = All.FirstOrDefault(f => f.Name.Equals(result.Tokens[0].Value, StringComparison.OrdinalIgnoreCase));
                if (found is null)
                    result.AddError($"--format is json, flat or markdown, not '{result.Tokens[0].Value}'.");
                return found;
            },
        };
        option.CompletionSources.Add(_ => All.Select(f => new System.CommandLine.Completions.CompletionItem(f.Name)));
        return option;
    }

    private static FlatRecord Flat(Letter letter, InputFile input, double threshold) => FlatRecord.Of(letter, input.IsStandardInput ? input.Name : input.Path, threshold);

    private static string Markdown(Letter letter, InputFile input, double threshold) => LetterMarkdown.Write(letter, input.Name, threshold);
}
