using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NhanDao.Parsing.Text.Legacy;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>
/// The text of a .docx file: the first page's header, the body with tables, text boxes where they are anchored, automatic numbers,
/// the footer. What was deleted while changes were tracked, hidden text and field instructions are left out; no link is followed.
/// </summary>
internal sealed class PackageReader
{
    private const int DeepestElement = 200;
    private const double TwipsPerPoint = 20;

    private readonly MainDocumentPart main;
    private readonly PackageStyles styles;
    private readonly PackageLists lists;

    /// <summary>For each field that is open: whether its instruction is being read.</summary>
    private readonly Stack<bool> fields = new();

    private PackageReader(MainDocumentPart main)
    {
        this.main = main;
        styles = new(main.StyleDefinitionsPart?.Styles);
        lists = new(main.NumberingDefinitionsPart?.Numbering);
    }

    /// <exception cref="UnreadableDocumentException">The file is damaged.</exception>
    public static ImmutableArray<WordBlock> Read(byte[] bytes)
    {
        try
        {
            using var package = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            return package.MainDocumentPart is { Document.Body: { } body } main ? new PackageReader(main).Read(body) : throw WordFile.Damaged(null);
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or XmlException or FormatException or System.IO.FileFormatException
            or ArgumentException or InvalidOperationException or NotSupportedException or KeyNotFoundException)
        {
            // The last four come out of System.IO.Packaging for content types, names and relations that are none.
            throw WordFile.Damaged(e);
        }
    }

    private ImmutableArray<WordBlock> Read(Body body)
    {
        var section = body.Descendants<SectionProperties>().FirstOrDefault();
        var first = section?.GetFirstChild<TitlePage>() is not null ? HeaderFooterValues.First : HeaderFooterValues.Default;
        var header = section?.Elements<HeaderReference>().FirstOrDefault(r => (r.Type?.Value ?? HeaderFooterValues.Default) == first)?.Id?.Value;
        var footer = section?.Elements<FooterReference>().FirstOrDefault(r => (r.Type?.Value ?? HeaderFooterValues.Default) == first)?.Id?.Value;
        return [.. Margin(header), .. Blocks(body, 0), .. Margin(footer)];
    }

    /// <summary>A header or footer, if it says more than a page number.</summary>
    private ImmutableArray<WordBlock> Margin(string? relation)
    {
        if (relation is null || !main.TryGetPartById(relation, out var part) || part.RootElement is not { } root)
            return [];
        var blocks = Blocks(root, 0);
        return root.InnerText.Any(char.IsLetter) && blocks.OfType<WordBlock.Paragraph>().Any(p => p.Text.Any(char.IsLetter)) || blocks.OfType<WordBlock.Table>().Any() ? blocks : [];
    }

    private ImmutableArray<WordBlock> Blocks(OpenXmlElement parent, int depth)
    {
        if (depth > DeepestElement)
            throw WordFile.Damaged(null);
        var blocks = ImmutableArray.CreateBuilder<WordBlock>();
        foreach (var child in parent.ChildElements)
            switch (child)
            {
                case Paragraph paragraph:
                    AddParagraph(blocks, paragraph, depth);
                    break;
                case Table table:
                    blocks.Add(Read(table, depth + 1));
                    break;
                case DeletedRun or MoveFromRun:
                    break;
                case AlternateContent choice:
                    blocks.AddRange(Blocks(Chosen(choice), depth + 1));
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun:
                    blocks.AddRange(Blocks(child, depth + 1));
                    break;
            }
        return blocks.ToImmutable();
    }

    private WordBlock.Table Read(Table table, int depth) => new(
    [
        .. Rows(table).Select(row => Cells(row).Select(cell =>
            new WordCell(Width(cell, table), Blocks(cell, depth + 1))).ToImmutableArray()),
    ]);

    private static IEnumerable<TableRow> Rows(OpenXmlElement parent) => parent.ChildElements.SelectMany(child => child switch
    {
        TableRow row when row.TableRowProperties?.GetFirstChild<Deleted>() is null => [row],
        SdtRow or SdtContentRow => Rows(child),
        _ => (IEnumerable<TableRow>)[],
    });

    private static IEnumerable<TableCell> Cells(OpenXmlElement parent) => parent.ChildElements.SelectMany(child => child switch
    {
        TableCell cell => [cell],
        SdtCell or SdtContentCell => Cells(child),
        _ => (IEnumerable<TableCell>)[],
    });

    private static double Width(TableCell cell, Table table)
    {
        var stated = cell.TableCellProperties?.TableCellWidth;
        if ((stated?.Type?.Value ?? TableWidthUnitValues.Dxa) == TableWidthUnitValues.Dxa && Twips(stated?.Width?.Value) is > 0 and var width)
            return width;
        var index = cell.ElementsBefore().OfType<TableCell>().Count();
        return Twips(table.GetFirstChild<TableGrid>()?.Elements<GridColumn>().ElementAtOrDefault(index)?.Width?.Value);
    }

    private void AddParagraph(ImmutableArray<WordBlock>.Builder blocks, Paragraph paragraph, int depth)
    {
        var runs = ImmutableArray.CreateBuilder<FontRun>();
        var boxes = new List<OpenXmlElement>();
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        AddRuns(runs, boxes, paragraph, style, depth);

        var number = paragraph.ParagraphProperties?.NumberingProperties ?? styles.Numbering(style);
        if (number?.NumberingId?.Val?.Value is { } list && runs.Any(run => !string.IsNullOrWhiteSpace(run.Text))
            && lists.Label(list, number.NumberingLevelReference?.Val?.Value ?? 0) is { Length: > 0 } label)
            runs.Insert(0, new(label + " ", ""));

        foreach (var box in boxes)
            blocks.AddRange(Blocks(box, depth + 1));
        blocks.Add(styles.Format(new(runs.ToImmutable()), paragraph.ParagraphProperties));
    }

    private void AddRuns(ImmutableArray<FontRun>.Builder runs, List<OpenXmlElement> boxes, OpenXmlElement parent, string? style, int depth)
    {
        if (depth > DeepestElement)
            throw WordFile.Damaged(null);
        foreach (var child in parent.ChildElements)
            switch (child)
            {
                case Run run:
                    AddRun(runs, boxes, run, style);
                    break;
                case DeletedRun or MoveFromRun or ParagraphProperties:
                    break;
                case AlternateContent choice:
                    AddRuns(runs, boxes, Chosen(choice), style, depth + 1);
                    break;
                default: // inserted runs, links, content controls, smart tags, simple fields
                    if (child.HasChildren)
                        AddRuns(runs, boxes, child, style, depth + 1);
                    break;
            }
    }

    private void AddRun(ImmutableArray<FontRun>.Builder runs, List<OpenXmlElement> boxes, Run run, string? style)
    {
        var look = styles.Run(run.RunProperties, style);
        if (look.Hidden)
            return;
        foreach (var child in run.ChildElements)
        {
            if (child is FieldChar mark)
                Field(mark.FieldCharType?.Value);
            else if (child is AlternateContent or DocumentFormat.OpenXml.Wordprocessing.Drawing or Picture)
                boxes.AddRange(TextBoxes(child));
            else if (!fields.Contains(true) && Written(child) is { Length: > 0 } text)
                runs.Add(new(look.Capitals ? text.ToUpper(CultureInfo.InvariantCulture) : text, look.Font));
        }
    }

    private void Field(FieldCharValues? kind)
    {
        if (kind == FieldCharValues.Begin)
            fields.Push(true);
        else if (fields.TryPop(out _) && kind == FieldCharValues.Separate)
            fields.Push(false);
    }

    private static string Written(OpenXmlElement element) => element switch
    {
        DocumentFormat.OpenXml.Wordprocessing.Text text => text.Text,
        TabChar or PositionalTab => "\t",
        Break or CarriageReturn => "\n",
        NoBreakHyphen => "-",
        SymbolChar symbol => symbol.Char?.Value is { } code
            && int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? ((char)number).ToString() : "",
        _ => "",
    };

    /// <summary>The contents of text boxes, each once: a box is kept twice, for new readers and for old ones.</summary>
    private static IEnumerable<OpenXmlElement> TextBoxes(OpenXmlElement element)
    {
        if (element is AlternateContent choice)
            element = Chosen(choice);
        if (element is TextBoxContent)
            return [element];
        return element.ChildElements.SelectMany(TextBoxes);
    }

    private static OpenXmlElement Chosen(AlternateContent choice) =>
        (OpenXmlElement?)choice.GetFirstChild<AlternateContentChoice>() ?? choice.GetFirstChild<AlternateContentFallback>() ?? (OpenXmlElement)choice;

    internal static double Twips(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var twips) ? twips / TwipsPerPoint : 0;
}
