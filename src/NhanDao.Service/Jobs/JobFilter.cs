using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using NhanDao.Service.Keys;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Jobs;

/// <summary>Which jobs are looked for. What is not given does not matter.</summary>
internal sealed class JobFilter
{
    public const int DefaultLimit = 50, MostLimit = 200;

    [FromQuery(Name = "state"), Description("In this state: queued, running, done, failed, cancelled, quarantined.")]
    public string? State { get; init; }

    [FromQuery(Name = "before"), Description("Where the page before ended, as its next said.")]
    public long? Before { get; init; }

    [FromQuery(Name = "limit"), Description("Jobs a page, 1 to 200; 50 if not given.")]
    public int? Limit { get; init; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Mistake =>
        Limit is < 1 or > MostLimit ? $"limit is from 1 to {MostLimit}."
        : State is { Length: > 0 } && Wanted is null ? "state is queued, running, done, failed, cancelled or quarantined."
        : null;

    private JobState? Wanted => State is { Length: > 0 } name && char.IsAsciiLetter(name[0]) && Enum.TryParse<JobState>(name, ignoreCase: true, out var state) ? state : null;

    /// <summary>Those that the caller may know of.</summary>
    public IQueryable<JobRow> Apply(IQueryable<JobRow> jobs, Caller caller)
    {
        if (!caller.SeesAll)
            jobs = jobs.Where(j => j.KeyId != null && j.KeyId == caller.KeyId);
        if (Wanted is { } state)
            jobs = jobs.Where(j => j.State == state);
        return Before is { } before ? jobs.Where(j => j.Id < before) : jobs;
    }
}

/// <summary>A page of jobs.</summary>
/// <param name="Jobs">The jobs, newest first.</param>
/// <param name="Next">For <c>before</c> of the next page; null on the last.</param>
internal sealed record JobPage(ImmutableArray<JobResource> Jobs, long? Next);
