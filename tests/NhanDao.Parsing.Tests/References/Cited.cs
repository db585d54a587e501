using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.References;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Tests.References;

/// <summary>What is cited in a piece of text, one line an instrument: «Nghị định 126/2024/NĐ-CP, 2024-10-08, Chính phủ».</summary>
internal static class Cited
{
    public static string In(string text, LetterNumber? own = null) => string.Join(" | ", References(text, [], own).Select(Line));

    public static IReadOnlyList<Reference> References(string text, ICollection<Diagnostic> problems, LetterNumber? own = null, string? type = "công văn")
    {
        var document = TextAssembler.Assemble(TypedText.Read(text));
        return ReferenceFinder.Find(document, [.. document.Lines.Select(line => new LabelledLine(line, LineLabel.Body, 1))], new(type, own, Field<PartialDate>.Absent), problems);
    }

    private static string Line(Reference reference) => string.Join(", ", new[]
    {
        reference.Number is null ? reference.Title : $"{reference.Type} {reference.Number}",
        reference.Date.Value?.ToString(),
        reference.Issuer,
    }.Where(part => part is not null));
}
