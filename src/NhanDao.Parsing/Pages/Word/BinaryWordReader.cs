using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>
/// The text of a Word 97–2003 file: paragraphs, tables, automatic numbers, text boxes (after the body). Deleted and hidden text,
/// field instructions, pictures, headers and footnotes are passed over.
/// </summary>
internal sealed class BinaryWordReader
{
    private const char CellMark = '\u0007', LineBreak = '\u000B', PageBreak = '\u000C', ColumnBreak = '\u000E';
    private const char FieldBegin = '\u0013', FieldSeparator = '\u0014', FieldEnd = '\u0015';
    private const char HardHyphen = '\u001E', SoftHyphen = '\u001F';

    /// <summary>The first version of the format that is read here.</summary>
    private const ushort Word97 = 0x00C1;

    private readonly BinaryWord word;
    private readonly BinaryWordTables tables;
    private readonly FormatRuns characters, paragraphs;
    private readonly WordBody body = new();
    private readonly StringBuilder text = new();
    private BinaryWordFormat current = new();

    /// <summary>For each field that is open: whether its instruction is being read, not yet its result.</summary>
    private readonly Stack<bool> fields = new();

    private BinaryWordReader(CompoundFile file)
    {
        if (BinaryWord.U16(file.Read("WordDocument"), 2) < Word97)
            throw new UnreadableDocumentException(UnreadableReason.UnknownFormat,
                "The file is of Word 6 or 95, which only LibreOffice reads here. Install libreoffice-writer-nogui, or save it as .docx.");
        word = new(file);
        tables = new(word);
        characters = word.ReadCharacterFormats();
        paragraphs = word.ReadParagraphFormats();
    }

    /// <exception cref="UnreadableDocumentException">The file is damaged.</exception>
    public static ImmutableArray<WordBlock> Read(byte[] bytes)
    {
        try
        {
            return new BinaryWordReader(new(bytes)).Read();
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw WordFile.Damaged(e); // an offset or a length that points out of its stream
        }
    }

    private ImmutableArray<WordBlock> Read()
    {
        ReadRange(0, word.BodyLength);
        ReadRange(word.TextBoxStart, word.TextBoxLength);
        return body.End();
    }

    private void ReadRange(int start, int length)
    {
        fields.Clear();
        var style = new BinaryWordFormat();
        var styleFrom = -1;
        foreach (var (character, offset) in word.Characters(start, length))
        {
            var changes = paragraphs.At(offset);
            var styleNumber = changes.Length >= 2 ? BinaryWord.U16(changes, 0) : 0;
            if (styleNumber != styleFrom)
                (style, styleFrom) = (tables.Style(styleNumber), styleNumber);
            var format = style.With(characters.At(offset));
            if (format.Font != current.Font || format.Capitals != current.Capitals || format.Hidden != current.Hidden)
            {
                Flush();
                current = format;
            }
            switch (character)
            {
                case '\r' or CellMark or PageBreak:
                    Flush();
                    EndParagraph(character, style.With(changes.Length > 2 ? changes[2..] : default));
                    break;
                case FieldBegin:
                    fields.Push(true);
                    break;
                case FieldSeparator when fields.TryPop(out _):
                    fields.Push(false);
                    break;
                case FieldEnd:
                    fields.TryPop(out _);
                    break;
                default:
                    Add(character);
                    break;
            }
        }
        Flush();
        if (body.HasText)
            body.EndParagraph();
    }

    private void Add(char character)
    {
        if (current.Hidden || fields.Contains(true))
            return;
        var shown = character switch
        {
            LineBreak or ColumnBreak => '\n',
            HardHyphen => '-',
            SoftHyphen => '\u00AD',
            '\u00A0' => ' ',
            '\t' => '\t',
            < ' ' => '\0', // pictures, drawn objects, footnote and annotation marks
            _ => character,
        };
        if (shown != '\0')
            text.Append(shown);
    }

    private void Flush()
    {
        if (text.Length == 0)
            return;
        var run = text.ToString();
        body.Add(new(current.Capitals ? run.ToUpper(CultureInfo.InvariantCulture) : run, tables.Font(current.Font)));
        text.Clear();
    }

    private void EndParagraph(char mark, BinaryWordFormat format)
    {
        if (format.List > 0 && (body.HasText || mark == '\r') && tables.Label(format.List, format.Level) is { Length: > 0 } label && body.HasText)
            body.Label(label + " ", "");
        body.Format = format.Paragraph;
        if (mark != CellMark)
            body.EndParagraph();
        else if (!format.IsRowEnd)
            body.EndCell();
        else
        {
            body.Edges.Clear();
            body.Edges.AddRange(format.Edges);
            body.EndRow();
        }
    }
}
