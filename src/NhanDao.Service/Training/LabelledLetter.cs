using System.Text.Json;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Legacy;

namespace NhanDao.Service.Training;

/// <summary>A letter that was labelled by eye: its gold record and its recorded pages.</summary>
internal sealed record LabelledLetter(string Id, JsonElement Gold, ReadDocument Pages)
{
    /// <summary>Letters of one issuer have the same.</summary>
    public string Issuer => Folding.Fold($"{Text("name")}, {Text("parent")}");

    /// <summary>The letters of <paramref name="gold"/> that are recorded in <paramref name="pages"/>, in the order of their ids.</summary>
    public static List<LabelledLetter> Read(DirectoryInfo gold, DirectoryInfo pages) =>
    [
        .. gold.EnumerateFiles("*.json").OrderBy(f => f.Name, StringComparer.Ordinal)
            .Where(f => File.Exists(Path.Combine(pages.FullName, f.Name)))
            .Select(f => new LabelledLetter(Path.GetFileNameWithoutExtension(f.Name), JsonElement.Parse(File.ReadAllBytes(f.FullName)), Recorded(Path.Combine(pages.FullName, f.Name)))),
    ];

    public DocumentText ToText() => TextAssembler.Assemble(LegacyText.Convert(Pages.Pages));

    public LineSample ToSample(double weight, bool knowsCues = true)
    {
        var text = ToText();
        return LineSample.Of(text, cues => GoldLines.Allowed(text, cues, Gold), knowsCues) with { Weight = weight };
    }

    private static ReadDocument Recorded(string path)
    {
        using var stream = File.OpenRead(path);
        return RecordedPages.Read(stream);
    }

    private string? Text(string name) =>
        Gold.TryGetProperty("issuer", out var issuer) && issuer.ValueKind == JsonValueKind.Object && issuer.TryGetProperty(name, out var value) ? value.GetString() : null;
}
