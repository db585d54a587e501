using System.Collections.Immutable;
using NhanDao.Parsing.Text.Ink;
using NhanDao.Parsing.Text.Repair;
using NhanDao.Parsing.Text.Seals;
using NhanDao.Parsing.Text.Second;

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
        var words = engine.Read(grey, cancellation);
        if (steps.HasFlag(RepairSteps.Enlarge))
            words = UnclearLines.Mend(grey, words, engine, cancellation);
        if (steps.HasFlag(RepairSteps.Unread))
            words = UnreadInk.Read(grey, words, engine, cancellation);
        if (steps.HasFlag(RepairSteps.Signature))
            words = SignatureReading.Mend(grey, words, engine, cancellation);
        return new(words, rotation, grey.Width * 72 / grey.Dpi, grey.Height * 72 / grey.Dpi) { Ink = InkSlots.Read(grey, words, DigitNet.Default) };
    }
}
