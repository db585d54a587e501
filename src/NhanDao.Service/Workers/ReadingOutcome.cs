using System.Collections.Immutable;

namespace NhanDao.Service.Workers;

/// <summary>What became of one attempt to read a file in a worker.</summary>
internal abstract record ReadingOutcome
{
    private ReadingOutcome() { }

    /// <summary>Read.</summary>
    /// <param name="Letters">Each letter's JSON, in the contract <c>nhandao.letter/1</c>.</param>
    /// <param name="Pages">Pages of the file.</param>
    /// <param name="Ocr">Whether a page was read by OCR.</param>
    /// <param name="Time">What it took the worker.</param>
    internal sealed record Read(ImmutableArray<string> Letters, int Pages, bool Ocr, TimeSpan Time) : ReadingOutcome;

    /// <summary>The file cannot be read; trying again does not help.</summary>
    internal sealed record Refused(Failure Failure) : ReadingOutcome;

    /// <summary>The worker died over the file, or was ended for taking too long. The next attempt may go better.</summary>
    /// <param name="Reason">In one line.</param>
    /// <param name="Log">The end of what the worker wrote to standard error.</param>
    internal sealed record Died(string Reason, string Log) : ReadingOutcome;
}
