using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Letters;

/// <summary>A form that a letter can be asked for in.</summary>
/// <param name="Name">For <c>?format=</c>.</param>
/// <param name="MediaType">For <c>Accept</c>.</param>
/// <param name="Ending">Of a file that holds it.</param>
/// <param name="Write">Makes it; null for the record as it is stored.</param>
internal sealed record LetterForm(string Name, string MediaType, string Ending, Func<Letter, StoredLetter, string>? Write)
{
    public static IReadOnlyList<LetterForm> All { get; } =
    [
        new("json", "application/json", ".json", null),
        new("flat", "application/vnd.nhandao.flat+json", ".flat.json", (letter, stored) => FlatJson.Write(FlatRecord.Of(letter, Title(stored)))),
        new("markdown", "text/markdown", ".md", (letter, stored) => LetterMarkdown.Write(letter, Title(stored))),
        new("edxml", "application/vnd.nhandao.edxml+xml", ".edxml", (letter, _) => XmlText.Write(LetterXml.EdXml(letter))),
        new("akn", "application/akn+xml", ".akn.xml", (letter, _) => XmlText.Write(AkomaNtoso.Write(letter, DateOnly.FromDateTime(DateTime.UtcNow)))),
    ];

    /// <summary>The form that a request asks for, by <c>?format=</c> before <c>Accept</c>; null when there is none of that kind.</summary>
    public static LetterForm? Of(HttpRequest request)
    {
        if (request.Query.TryGetValue("format", out var name))
            return All.FirstOrDefault(f => f.Name == name);
        if (request.Headers.Accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
            return All[0];
        return accepted.OrderByDescending(a => a.Quality ?? 1).Select(a => All.FirstOrDefault(f => (a.Quality ?? 1) > 0 && MediaTypeHeaderValue.Parse(f.MediaType).IsSubsetOf(a))).FirstOrDefault(f => f is not null);
    }

    private static string Title(StoredLetter stored) => stored.FileName ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"letter-{stored.Id}");
}
