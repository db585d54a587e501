using System.Collections.Immutable;
using System.Globalization;
using NhanDao.Service.Letters;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Jobs;

/// <summary>A job as the API shows it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="State">Where it stands.</param>
/// <param name="FileName">As the sender named the file.</param>
/// <param name="PagesDone">How many pages are read.</param>
/// <param name="PagesTotal">Of how many; 0 until it is known.</param>
/// <param name="CreatedAt">When it was accepted.</param>
/// <param name="EndedAt">When it ended; null before.</param>
/// <param name="Letters">Links of what was read, in the order of the file; empty before, and where the letters were deleted.</param>
/// <param name="Problem">Type of the problem that it ended with; null unless it failed.</param>
/// <param name="Reason">What is wrong and what to do; null unless it failed.</param>
internal sealed record JobResource(
    long Id, JobState State, string? FileName, int PagesDone, int PagesTotal, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, ImmutableArray<string> Letters, string? Problem, string? Reason)
{
    /// <summary>When to ask again, in seconds.</summary>
    public const string RetryAfter = "1";

    public bool HasEnded => EndedAt is not null;

    public static string PathOf(long job) => string.Create(CultureInfo.InvariantCulture, $"/v1/jobs/{job}");

    public static JobResource Of(JobRow job, IEnumerable<long> letters) => new(
        job.Id, job.State, job.FileName, job.PagesDone, job.PagesTotal, job.CreatedAt, job.EndedAt, [.. letters.Select(LetterRecord.PathOf)],
        job.Problem is { } name ? Hosting.Problem.Named(name).Type : null, job.Reason);
}
