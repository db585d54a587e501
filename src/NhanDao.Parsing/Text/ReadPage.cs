using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text.Ink;

namespace NhanDao.Parsing.Text;

/// <summary>A page as words with places: what every later stage works on, whatever the file was.</summary>
/// <param name="Number">Page number in the file, from 1.</param>
/// <param name="Width">Page width in 1/72 inch.</param>
/// <param name="Height">Page height in 1/72 inch.</param>
/// <param name="Method">What the words were taken from.</param>
/// <param name="Reason">Why so, for <see cref="PageReading.Reason"/>.</param>
/// <param name="Words">Words in the order their source gave them; NFC is not yet ensured.</param>
/// <param name="Rotation">Degrees that the page was turned clockwise about its centre before reading; see <see cref="PageReading.Rotation"/>.</param>
internal sealed record ReadPage(
    int Number, double Width, double Height, ReadingMethod Method, string Reason, ImmutableArray<PageWord> Words, double Rotation = 0)
{
    /// <summary>What the shapes of the digits in the letterhead's slots say; only for pages read by OCR.</summary>
    public ImmutableArray<InkReading> Ink { get => field.IsDefault ? [] : field; init; } // a recording may have none
}

/// <summary>One word on a page. Unit 1/72 inch, origin top left.</summary>
/// <param name="Text">The word as read.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Confidence">0–1; 1 where no OCR took part.</param>
/// <param name="Line">Words with the same value were one line to their source; a hint, not a truth.</param>
/// <remarks>For typed text the places are those of a typewriter grid: they order lines and columns and are not shown to callers.</remarks>
internal readonly record struct PageWord(
    string Text, double Left, double Top, double Width, double Height, double Confidence, int Line)
{
    public string Text { get; init; } = SoundWord.Of(Text); // here, so that no source is forgotten

    /// <summary>What else the engine made of one of its letters, the likeliest first.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<WordAlternative> Alternatives { get; init; }

    /// <summary>The word before it was mended; null where it was not.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Raw { get; init; }

    [System.Text.Json.Serialization.JsonIgnore] public double Right => Left + Width;
    [System.Text.Json.Serialization.JsonIgnore] public double Bottom => Top + Height;
}

/// <summary>Another reading of a word.</summary>
/// <param name="Text">The word with one letter read otherwise.</param>
/// <param name="Confidence">How likely that letter is, 0–1; the readings of a letter need not add up to 1.</param>
internal readonly record struct WordAlternative(string Text, double Confidence);
