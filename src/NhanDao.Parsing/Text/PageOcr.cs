using System.Collections.Immutable;
using NhanDao.Parsing.Text.Ink;
using NhanDao.Parsing.Text.Repair;
using NhanDao.Parsing.Text.Seals;

namespace NhanDao.Parsing.Text;

/// <summary>What OCR made of a page.</summary>
/// <param name="Words">Words with places in 1/72 inch on the page as turned.</param>
/// <param name="Rotation">Degrees clockwise that the picture was turned by before reading.</param>
/// <param name="Width">Width of the page as turned, 1/72 inch.</param>
/// <param name="Height">Height of the page as turned, 1/72 inch.</param>
internal sealed record OcrReading(ImmutableArray<PageWord> Words, double Rotation, double Width, double Height)
{
    /// <summary>What the shapes of the digits in the letterhead's slots say.</summary>
    public ImmutableArray<InkReading> Ink { get; init; } = [];

    /// <summary>Mean confidence, each word weighted by its length; 0 without words.</summary>
    public double Confidence => Words.IsEmpty ? 0 : Words.Sum(w => w.Confidence * w.Text.Length) / Words.Sum(w => w.Text.Length);

    /// <summary>Read so badly that the page may lie on its side, stand on its head, or be another picture than the one shown.</summary>
    public bool IsDoubtful => Words.Length > 0 && (Confidence < 0.6 || IsSideways);

    /// <summary>Most words of some length are taller than wide: Tesseract reads some sideways lines without saying so.</summary>
    public bool IsSideways => Words.Count(w => w.Text.Length > 2 && w.Height > w.Width) > Words.Length / 2;
}

/// <summary>Sets a page picture level and upright where it needs that, and reads it.</summary>
internal static class PageOcr
{
    /// <summary>Lines are set level from this angle on, in degrees; Tesseract follows smaller ones by itself.</summary>
    private const double SkewThatHurts = 0.7;

    /// <summary>
    /// A picture of a lower resolution is enlarged to <see cref="GoodDpi"/> before it is read: on 200-dpi scans that finds a quarter
    /// of the header and signature words that are lost without it, for an eighth more time.
    /// </summary>
    private const double LowDpi = 250, GoodDpi = 300;

    /// <summary>A picture is enlarged no further than this; beyond, blur grows and nothing else.</summary>
    private const double MostEnlarged = 2;

    public static OcrReading Read(PageImage picture, IOcrEngine engine, RepairSteps steps, CancellationToken cancellation)
    {
        using var grey = picture.Grey();
        var reading = ReadLevel(grey, engine, steps, cancellation);
        if (!steps.HasFlag(RepairSteps.Upright) || !reading.IsDoubtful || grey.QuartersToUpright() is not (> 0 and var quarters))
            return reading;
        cancellation.ThrowIfCancellationRequested();
        using var turned = grey.TurnedQuarters(quarters);
        var again = ReadLevel(turned, engine, steps, cancellation);
        return again.Confidence > reading.Confidence || (reading.IsSideways && !again.IsDoubtful) ? again with { Rotation = quarters * 90 + again.Rotation } : reading;
    }

    private static OcrReading ReadLevel(PageImage grey, IOcrEngine engine, RepairSteps steps, CancellationToken cancellation)
    {
        var skew = steps.HasFlag(RepairSteps.Level) ? grey.Skew() : 0;
        if (Math.Abs(skew) < SkewThatHurts)
            return ReadSharp(grey, 0, engine, steps, cancellation);
        using var level = grey.Turned(skew);
        return ReadSharp(level, Math.Round(skew, 2), engine, steps, cancellation);
    }

    private static OcrReading ReadSharp(PageImage grey, double rotation, IOcrEngine engine, RepairSteps steps, CancellationToken cancellation)
    {
        double width = grey.Width * 72 / grey.Dpi, height = grey.Height * 72 / grey.Dpi;
        if (grey.Dpi >= LowDpi || !steps.HasFlag(RepairSteps.Enlarge))
            return ReadWords(grey);
        using var larger = grey.Scaled(Math.Min(MostEnlarged, GoodDpi / grey.Dpi));
        return ReadWords(larger);

        OcrReading ReadWords(PageImage sharp)
        {
            var words = engine.Read(sharp, cancellation);
            if (steps.HasFlag(RepairSteps.Signature))
                words = SignatureReading.Mend(sharp, words, engine, cancellation);
            return new(words, rotation, width, height) { Ink = InkSlots.Read(sharp, words, DigitNet.Default) };
        }
    }
}
