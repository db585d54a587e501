using NhanDao.Parsing.Pages.Word;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Pages;

/// <summary>Bytes to pages: the file's kind decides who reads it.</summary>
internal static class PageReader
{
    /// <summary>What 500 full pages hold. Each word costs memory in every stage after this one.</summary>
    private const int MostWords = 250_000;

    /// <exception cref="UnreadableDocumentException">Nothing can be read, or a limit is passed.</exception>
    /// <exception cref="MissingToolException">A program or library that this kind of file needs is not installed.</exception>
    public static async Task<ReadDocument> ReadAsync(SourceFile file, WorkFolder folder, ParsingOptions options, CancellationToken cancellation)
    {
        var kind = FileSignature.Recognise(file.Head.Span);
        var document = kind switch
        {
            FileKind.Pdf => await new PdfPages(new PopplerPdfReader(folder, options), new TesseractEngine(options), options)
                .ReadAsync(file, cancellation).ConfigureAwait(false),
            FileKind.Tiff or FileKind.Png or FileKind.Jpeg => await new ImagePages(new TesseractEngine(options), options)
                .ReadAsync(kind, await file.ReadAllAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false),
            FileKind.Text => ReadText(file, await file.ReadAllAsync(cancellation).ConfigureAwait(false)),

            FileKind.OleCompound or FileKind.Zip or FileKind.RichText => await WordReader.ReadAsync(
                file, kind, folder, options, pdf => ReadAsync(pdf, folder, options, cancellation), cancellation).ConfigureAwait(false),
            FileKind.Html => throw Unknown("a web page, not a document (perhaps the error page of a site): download the document again"),
            FileKind.OtherPicture => throw Unknown("a picture of a kind that is not read here: save it as PNG, JPEG or TIFF"),
            _ => throw Unknown("of no known kind: give a PDF, TIFF, PNG, JPEG, Word or UTF-8 text file"),
        };
        return document.Pages.Sum(page => page.Words.Length) <= MostWords ? document : throw new UnreadableDocumentException(UnreadableReason.TooLarge,
            $"The file holds over {MostWords / 1000},000 words, more than any letter. Give one letter a file.");
    }

    private static ReadDocument ReadText(SourceFile file, byte[] bytes)
    {
        if (file.Length > TextFile.MaxBytes)
            throw new UnreadableDocumentException(UnreadableReason.TooLarge,
                $"The text is over {TextFile.MaxBytes / (1024 * 1024)} MB, more than any letter. Give one letter a file.");
        var text = TextFile.Decode(bytes);
        if (string.IsNullOrWhiteSpace(text))
            throw new UnreadableDocumentException(UnreadableReason.Empty, "The text file holds no words.");
        return new(TypedText.Read(text));
    }

    private static UnreadableDocumentException Unknown(string what) => new(UnreadableReason.UnknownFormat, $"The file is {what}.");
}
