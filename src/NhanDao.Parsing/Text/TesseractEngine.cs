using System.Collections.Concurrent;
using System.Collections.Immutable;
using NhanDao.Parsing.Native;

namespace NhanDao.Parsing.Text;

/// <summary>
/// Tesseract in process. An engine with its model costs 70 MB and a twentieth of a second to start, so engines are kept and lent:
/// there are as many as pages are read at a time, and all are deleted when the process ends (or Tesseract complains on the way out).
/// </summary>
internal sealed class TesseractEngine : IOcrEngine
{
    private const int LstmOnly = 1; // OEM_LSTM_ONLY: Debian's models hold nothing else

    /// <summary>A reading of a symbol below this is noise; of 100.</summary>
    private const float LeastChoice = 1;

    private const int MostOthers = 6;

    private static readonly ConcurrentDictionary<(string? Folder, string Language), ConcurrentBag<TesseractHandle>> Idle = new();

    private readonly ParsingOptions options;
    private readonly ConcurrentBag<TesseractHandle> idle;

    static TesseractEngine() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => DeleteIdle();

    public TesseractEngine(ParsingOptions options)
    {
        this.options = options;
        idle = Idle.GetOrAdd((options.OcrModelFolder, options.OcrLanguage), static _ => []);
    }

    public ImmutableArray<PageWord> Read(PageImage page, CancellationToken cancellation) =>
        Read(page, PageSegmentation.Automatic, cancellation);

    public ImmutableArray<PageWord> Read(PageImage page, PageSegmentation segmentation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!idle.TryTake(out var engine))
            engine = Start(options);
        try
        {
            Tesseract.SetPageSegmentation(engine, segmentation);
            Tesseract.SetImage(engine, page.Pixels);
            Tesseract.SetResolution(engine, (int)Math.Round(page.Dpi));
            using var monitor = Tesseract.CreateMonitor();
            Tesseract.SetDeadline(monitor, (int)Math.Min(int.MaxValue, options.OcrTimeout.TotalMilliseconds));
            if (Tesseract.Recognise(engine, monitor) != 0)
                throw new UnreadableDocumentException(UnreadableReason.TooCostly,
                    "OCR of a page did not end. Scan it again at 300 dpi, or raise the limit (OcrTimeout).");
            return Words(engine, 72 / page.Dpi);
        }
        finally
        {
            Tesseract.Clear(engine);
            idle.Add(engine);
        }
    }

    /// <summary>Deletes the engines that nobody uses; later pages start new ones.</summary>
    public static void DeleteIdle()
    {
        foreach (var engines in Idle.Values)
            while (engines.TryTake(out var engine))
                engine.Dispose();
    }

    private static ImmutableArray<PageWord> Words(TesseractHandle engine, double unit)
    {
        using var words = Tesseract.GetIterator(engine);
        if (words.IsInvalid)
            return []; // nothing on the page
        var read = ImmutableArray.CreateBuilder<PageWord>();
        var line = -1;
        do
        {
            if (Tesseract.IsAtBeginningOf(words, IteratorLevel.TextLine))
                line++;
            var text = Tesseract.Text(words, IteratorLevel.Word);
            if (string.IsNullOrWhiteSpace(text)
                || !Tesseract.BoundingBox(words, IteratorLevel.Word, out var left, out var top, out var right, out var bottom))
                continue;
            // Confidence is converted once, here, because Tesseract reports 0–100.
            var confidence = Math.Clamp(Tesseract.Confidence(words, IteratorLevel.Word) / 100, 0, 1);
            read.Add(new(text.Trim(), Point(left), Point(top), Point(right - left), Point(bottom - top), Math.Round(confidence, 3), line)
            {
                Alternatives = OtherReadings(words, text),
            });
        }
        while (Tesseract.Next(words, IteratorLevel.Word));
        return read.ToImmutable();

        double Point(int pixels) => Math.Round(pixels * unit, 2);
    }

    /// <summary>
    /// The word with one symbol read otherwise, the likeliest first. Moves the iterator to the word's last symbol, from where the
    /// next word is the next.
    /// </summary>
    private static ImmutableArray<WordAlternative> OtherReadings(ResultIteratorHandle symbols, string word)
    {
        var others = ImmutableArray.CreateBuilder<WordAlternative>();
        for (var at = 0; at < word.Length;)
        {
            var symbol = Tesseract.Text(symbols, IteratorLevel.Symbol);
            if (!word.AsSpan(at).StartsWith(symbol, StringComparison.Ordinal))
                break; // symbols that do not add up to their word
            using (var choices = Tesseract.Choices(symbols))
                if (!choices.IsInvalid)
                    do
                        if (Tesseract.Confidence(choices) is >= LeastChoice and var confidence && Tesseract.Text(choices) is { Length: > 0 } choice && choice != symbol)
                            others.Add(new($"{word[..at]}{choice}{word[(at + symbol.Length)..]}".Trim(), Math.Round(confidence / 100, 2)));
                    while (Tesseract.Next(choices));
            at += symbol.Length;
            if (Tesseract.IsAtFinalElement(symbols, IteratorLevel.Word, IteratorLevel.Symbol) || !Tesseract.Next(symbols, IteratorLevel.Symbol))
                break;
        }
        return others.Count == 0 ? default : [.. others.OrderByDescending(o => o.Confidence).Take(MostOthers)];
    }

    private static TesseractHandle Start(ParsingOptions options)
    {
        TesseractHandle engine;
        try
        {
            engine = Tesseract.Create();
        }
        catch (DllNotFoundException e)
        {
            throw new MissingToolException("Tesseract (libtesseract5)", "tesseract-ocr", e);
        }
        if (!TesseractModel.Exists(options) || Tesseract.Initialise(engine, options.OcrModelFolder, options.OcrLanguage, LstmOnly) != 0)
        {
            engine.Dispose();
            throw new MissingToolException($"The Tesseract model «{options.OcrLanguage}»", $"tesseract-ocr-{options.OcrLanguage}");
        }
        Tesseract.SetVariable(engine, "lstm_choice_mode", "2"); // what else each symbol may be
        Tesseract.SetVariable(engine, "debug_file", "/dev/null"); // or it tells standard error what it finds on each page
        return engine;
    }
}
