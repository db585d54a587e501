using System.Collections.Immutable;

namespace NhanDao.Parsing.Pages.Word;

/// <summary>
/// Word files (.doc, .docx, .rtf). With LibreOffice they are set on pages, as Word would print them, and those are read like any
/// PDF's; without it, or where it fails, their text is taken out and set on a typewriter grid.
/// </summary>
internal static class WordReader
{
    /// <param name="file">The file.</param>
    /// <param name="kind">By its bytes: an OLE compound file, a zip file or rich text.</param>
    /// <param name="folder">Takes what is made on the way.</param>
    /// <param name="options">Limits.</param>
    /// <param name="readPdf">Reads the PDF that LibreOffice made.</param>
    /// <param name="cancellation">Ends child processes too.</param>
    /// <exception cref="UnreadableDocumentException">Encrypted, damaged, not a Word document, or over a limit.</exception>
    public static async Task<ReadDocument> ReadAsync(
        SourceFile file, FileKind kind, WorkFolder folder, ParsingOptions options,
        Func<SourceFile, Task<ReadDocument>> readPdf, CancellationToken cancellation)
    {
        var bytes = await file.ReadAllAsync(cancellation).ConfigureAwait(false);
        WordFile.Check(bytes, kind);
        var note = "";
        if (kind == FileKind.RichText)
        {
            bytes = RichTextRepair.Close(bytes, out var wasCut);
            note = wasCut ? "; the file is cut off" : "";
        }
        if (LibreOffice.IsInstalled && await SetOnPagesAsync(bytes, kind, folder, options, cancellation).ConfigureAwait(false) is var (pdf, converted))
        {
            var document = await readPdf(await SourceFile.OpenAsync(pdf, options, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
            return document with { Pages = [.. document.Pages.Select(page => page with { Reason = $"Word file set on pages by LibreOffice{converted}{note}; {page.Reason}" })] };
        }
        var why = LibreOffice.IsInstalled ? "LibreOffice could not read the file" : "LibreOffice is not installed";
        return new([WordGrid.SetOut(Text(bytes, kind), $"Word file's text on a typewriter grid; {why}{note}")]);
    }

    private static ImmutableArray<WordBlock> Text(byte[] bytes, FileKind kind) => kind switch
    {
        FileKind.OleCompound => BinaryWordReader.Read(bytes),
        FileKind.Zip => PackageReader.Read(bytes),
        _ => RichTextReader.Read(bytes),
    };

    /// <summary>The PDF, and a note on the encoding that was converted; null when LibreOffice cannot read the file.</summary>
    private static async Task<(string Pdf, string Note)?> SetOnPagesAsync(
        byte[] bytes, FileKind kind, WorkFolder folder, ParsingOptions options, CancellationToken cancellation)
    {
        // The ending is ours, by signature: LibreOffice must not be led to another filter by a name.
        var source = folder.File(kind switch { FileKind.OleCompound => "word.doc", FileKind.Zip => "word.docx", _ => "word.rtf" });
        await File.WriteAllBytesAsync(source, bytes, cancellation).ConfigureAwait(false);
        if (await LibreOffice.ConvertAsync(source, "fodt", folder, options, cancellation).ConfigureAwait(false) is not { } flat)
            return null;
        var converted = FlatOpenDocument.Clean(flat);
        return await LibreOffice.ConvertAsync(flat, "pdf", folder, options, cancellation).ConfigureAwait(false) is { } pdf
            ? (pdf, converted is null ? "" : $"; {converted} converted")
            : null;
    }
}
