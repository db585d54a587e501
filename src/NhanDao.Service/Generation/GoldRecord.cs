using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace NhanDao.Service.Generation;

/// <summary>The label of an invented letter, in the shape that letters are labelled in (tasks give their first words).</summary>
internal static class GoldRecord
{
    private const int FirstWords = 10;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(InventedLetter letter, string id, string file) => new JsonObject
    {
        ["id"] = id,
        ["file"] = file,
        ["documentType"] = letter.DocumentType,
        ["issuer"] = new JsonObject { ["name"] = letter.Issuer, ["parent"] = letter.Parent },
        ["coIssuers"] = letter.CoIssuers.IsEmpty ? null : List(letter.CoIssuers),
        ["number"] = new JsonObject { ["ordinal"] = letter.Ordinal, ["symbol"] = letter.Symbol, ["handwritten"] = letter.Handwritten && letter.Ordinal is not null },
        ["place"] = letter.Place,
        ["date"] = letter.Date.ToString(letter.BlankDay ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["dateHandwritten"] = letter.Handwritten && !letter.BlankDay,
        ["subject"] = letter.Subject,
        ["addressees"] = List(letter.Addressees),
        ["recipients"] = List(letter.Recipients),
        ["tasks"] = new JsonArray([.. letter.Body.Where(p => p.Task is not null).Select(Task)]),
        ["references"] = new JsonArray([.. letter.References.DistinctBy(r => r.Number).Select(Reference)]),
        ["signers"] = new JsonArray([.. letter.Signatures.Select(Signer)]),
        ["marks"] = new JsonObject { ["urgency"] = letter.Urgency, ["secrecy"] = null },
    }.ToJsonString(Readable);

    private static JsonObject Task(InventedParagraph paragraph) => new()
    {
        ["label"] = paragraph.Label == "-" ? null : paragraph.Label?.TrimEnd('.', ')', ','),
        ["starts"] = string.Join(' ', paragraph.Text.Split(' ').Take(FirstWords)),
        ["assignees"] = List(paragraph.Task!.Leads),
        ["cooperators"] = List(paragraph.Task.Cooperators),
        ["deadline"] = paragraph.Task.Deadline,
        ["deadlineDate"] = paragraph.Task.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static JsonObject Signer(InventedSignature signature) => new()
    {
        ["authority"] = signature.Authority.IsEmpty ? null : string.Join(' ', signature.Authority),
        ["position"] = signature.Position,
        ["name"] = signature.Name,
    };

    private static JsonObject Reference(InventedReference reference) => new()
    {
        ["type"] = reference.Type,
        ["number"] = reference.Number,
        ["date"] = reference.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["issuer"] = reference.Issuer,
    };

    private static JsonArray List(ImmutableArray<string> items) => new([.. items.Select(i => (JsonNode?)i)]);
}
