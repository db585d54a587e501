using System.Collections.Immutable;
using NhanDao.Parsing.Directives;
using NhanDao.Parsing.Fields;
using NhanDao.Parsing.Fields.Trust;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Pages;
using NhanDao.Parsing.References;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Text.Legacy;
using NhanDao.Parsing.Text.Repair;

namespace NhanDao.Parsing;

/// <summary>Reads an official letter: a file or a text in, a <see cref="Letter"/> out. Safe to share between threads.</summary>
public sealed class LetterParser
{
    private readonly ParsingOptions options;

    /// <summary>A parser with <paramref name="options"/>, or with the defaults.</summary>
    public LetterParser(ParsingOptions? options = null) => this.options = options ?? ParsingOptions.Default;

    /// <summary>Reads a letter that is already text. Nothing need be installed.</summary>
    public Letter Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(TypedText.Read(text), options);
    }

    /// <summary>Reads a letter from a file: PDF, TIFF, PNG, JPEG, text or Markdown, recognised by its bytes.</summary>
    /// <exception cref="UnreadableDocumentException">There is nothing to parse, or a limit is passed; the message says what to do.</exception>
    /// <exception cref="MissingToolException">Tesseract, poppler or the Vietnamese model is not installed; the message names the package.</exception>
    public async Task<Letter> ParseAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var folder = new WorkFolder();
        var file = await SourceFile.OpenAsync(path, options, cancellationToken).ConfigureAwait(false);
        var document = await PageReader.ReadAsync(file, folder, options, cancellationToken).ConfigureAwait(false);
        return Parse(document with { FileName = Path.GetFileNameWithoutExtension(path) }, options);
    }

    /// <summary>Reads a letter from a stream, to its end. The stream stays open.</summary>
    /// <inheritdoc cref="ParseAsync(string, CancellationToken)" path="/exception"/>
    public async Task<Letter> ParseAsync(Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var folder = new WorkFolder();
        var file = await SourceFile.SaveAsync(content, folder, options, cancellationToken).ConfigureAwait(false);
        return Parse(await PageReader.ReadAsync(file, folder, options, cancellationToken).ConfigureAwait(false), options);
    }

    /// <summary>Reads every letter of a text, one after the other. What is attached to a letter is listed in its <see cref="Letter.Parts"/>.</summary>
    public ImmutableArray<Letter> ParseAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ParseAll(new ReadDocument(TypedText.Read(text)), options);
    }

    /// <summary>Reads every letter of a file: a batch scan is split at each letterhead. Pages and boxes are those of the file.</summary>
    /// <inheritdoc cref="ParseAsync(string, CancellationToken)" path="/exception"/>
    public async Task<ImmutableArray<Letter>> ParseAllAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return await ParseAllAsync(path, Path.GetFileNameWithoutExtension(path), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same for a file that is stored under another name than <paramref name="name"/>, which its sender gave it.</summary>
    internal async Task<ImmutableArray<Letter>> ParseAllAsync(string path, string? name, CancellationToken cancellation)
    {
        using var folder = new WorkFolder();
        var file = await SourceFile.OpenAsync(path, options, cancellation).ConfigureAwait(false);
        var document = await PageReader.ReadAsync(file, folder, options, cancellation).ConfigureAwait(false);
        return ParseAll(document with { FileName = name }, options);
    }

    /// <summary>Reads every letter of a stream, to its end. The stream stays open.</summary>
    /// <inheritdoc cref="ParseAsync(string, CancellationToken)" path="/exception"/>
    public async Task<ImmutableArray<Letter>> ParseAllAsync(Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var folder = new WorkFolder();
        var file = await SourceFile.SaveAsync(content, folder, options, cancellationToken).ConfigureAwait(false);
        return ParseAll(await PageReader.ReadAsync(file, folder, options, cancellationToken).ConfigureAwait(false), options);
    }

    /// <summary>The letters of a file, each with its own pages. What the file says of itself (name, signatures) is the first letter's.</summary>
    internal static ImmutableArray<Letter> ParseAll(ReadDocument document, ParsingOptions options)
    {
        var pages = WordRepair.Mend(LegacyText.Convert(document.Pages), options.Repair);
        if (LetterSplit.Of(pages) is not [var first, .. { IsEmpty: false } others])
            return [Parse(document, options)];
        return
        [
            Bounded(Parse(new ReadDocument(first, document.Signatures) { Problems = document.Problems, FileName = document.FileName }, options), first),
            .. others.Select(pages => Bounded(Parse(new ReadDocument(pages), options), pages)),
        ];

        static Letter Bounded(Letter letter, ImmutableArray<ReadPage> pages) =>
            letter with { Pages = [.. letter.Pages.Where((_, i) => !pages[i].Words.IsEmpty)] };
    }

    /// <summary>From words with places to the letter.</summary>
    internal static Letter Parse(ImmutableArray<ReadPage> pages, ParsingOptions options) => Parse(new ReadDocument(pages), options);

    /// <summary>From a file's pages and the facts beside them to the letter: the flow, stage by stage.</summary>
    internal static Letter Parse(ReadDocument document, ParsingOptions options)
    {
        List<Diagnostic> problems = [.. document.Problems];
        var pages = WordRepair.Mend(LegacyText.Convert(document.Pages), options.Repair);
        var text = TextAssembler.Assemble(pages);
        var lines = LineLabeller.Label(text, options.LineModel);

        var read = new GuardedReading(problems);

        ImmutableArray<DigitalSignature> signatures = [.. document.Signatures, .. read.List("digitalSignatures", () => SignatureBoxes.Read(text, lines))];
        var number = read.Field("number", () => NumberField.Read(text, lines, document.FileName, problems));
        var type = read.Field("documentType", () => DocumentTypeField.Read(text, lines, number, problems));
        var place = read.Field("place", () => PlaceField.Read(text, lines, problems));
        var date = read.Field("date", () => DateField.Read(text, lines, signatures, problems));
        var subject = read.Field("subject", () => SubjectField.Read(text, lines, problems));
        var addressees = read.List("addressees", () => AddresseeList.Read(text, lines));
        var recipients = read.List("recipients", () => RecipientList.Read(text, lines));
        var signers = read.List("signers", () => SignerList.Read(text, lines, problems));
        var issuer = read.Field("issuer", () => IssuerField.Read(text, lines, new(number, place, signers), problems));

        var letter = new Letter
        {
            Text = text.Text,
            Regime = RegimeOf.Read(text, lines, issuer, number),
            DocumentType = type,
            Issuer = issuer,
            Number = number,
            Place = place,
            Date = date,
            Subject = subject,
            Addressees = addressees,
            Recipients = recipients,
            Directives = read.List("directives", () => DirectiveFinder.Find(text, lines, type, date.Value, addressees, problems)),
            References = read.List("references", () => ReferenceFinder.Find(text, lines, new(type.Value, number.Value, date), problems)),
            Signers = signers,
            Marks = read.Value("marks", () => MarkFields.Read(text, lines, recipients), new()),
            Stamps = read.List("stamps", () => StampList.Read(text, lines)),
            DigitalSignatures = signatures,
            Parts = read.List("parts", () => PartList.Read(text, lines)),
            Pages = [.. pages.Select(p => new PageReading(p.Number, p.Width, p.Height, p.Method, p.Reason, OcrConfidence(p), p.Rotation))],
            Diagnostics = [.. problems],
        };
        return Weighing.Weigh(Gathering.Gather(letter, text, lines), TrustModel.Default);
    }

    private static double? OcrConfidence(ReadPage page) =>
        page.Method == ReadingMethod.Ocr && !page.Words.IsEmpty ? page.Words.Average(w => w.Confidence) : null;
}
