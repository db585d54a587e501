using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using NhanDao.Parsing.Model;

namespace NhanDao.Client;

/// <summary>A letter that the service keeps.</summary>
/// <param name="Id">Its number there.</param>
/// <param name="Revision">1 for what was read; each correction adds one.</param>
/// <param name="Letter">The record.</param>
public sealed record KeptLetter(long Id, int Revision, Letter Letter);

/// <summary>A file that is being read in the background.</summary>
/// <param name="Id">Its number.</param>
/// <param name="State"><c>queued</c>, <c>running</c>, <c>done</c>, <c>failed</c>, <c>cancelled</c>, <c>quarantined</c>.</param>
/// <param name="PagesDone">How many pages are read.</param>
/// <param name="PagesTotal">Of how many; 0 until it is known.</param>
/// <param name="EndedAt">When it ended; null before.</param>
/// <param name="Letters">Links of what was read.</param>
/// <param name="Problem">Type of the problem that it ended with; null unless it failed.</param>
/// <param name="Reason">What is wrong and what to do; null unless it failed.</param>
public sealed record Job(long Id, string State, int PagesDone, int PagesTotal, DateTimeOffset? EndedAt, ImmutableArray<string> Letters, string? Problem, string? Reason)
{
    /// <summary>The letters, in the order of the file.</summary>
    [JsonIgnore]
    public ImmutableArray<long> LetterIds => [.. Letters.Select(l => long.Parse(l.Split('/')[^1], CultureInfo.InvariantCulture))];
}

/// <summary>A letter in a list.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Revision">Its newest revision.</param>
/// <param name="Type">Loại văn bản.</param>
/// <param name="Number">Số, ký hiệu.</param>
/// <param name="Issuer">Cơ quan ban hành.</param>
/// <param name="Date">ISO 8601, as far as it is known.</param>
/// <param name="Subject">Trích yếu.</param>
/// <param name="FileName">As the sender named the file.</param>
/// <param name="Review">Fields to look at.</param>
public sealed record FoundLetter(long Id, int Revision, string? Type, string? Number, string? Issuer, string? Date, string? Subject, string? FileName, ImmutableArray<string> Review);

/// <summary>A directive with the letter that gives it.</summary>
/// <param name="Id">Its number; it changes when the letter is corrected.</param>
/// <param name="Letter">Link of the letter.</param>
/// <param name="Number">Số, ký hiệu of the letter.</param>
/// <param name="Issuer">Cơ quan ban hành of the letter.</param>
/// <param name="Label">The labels from the top: «III.1.a».</param>
/// <param name="Text">The whole text.</param>
/// <param name="Parties">Who has to do with it.</param>
/// <param name="Due">The day it falls due.</param>
/// <param name="Deadline">The deadline as printed.</param>
/// <param name="DoneAt">When it was marked as done; null while it is open.</param>
public sealed record FoundDirective(
    long Id, string Letter, string? Number, string? Issuer, string Label, string Text, ImmutableArray<FoundParty> Parties, DateOnly? Due, string? Deadline, DateTimeOffset? DoneAt);

/// <summary>A body with a part in a directive.</summary>
/// <param name="Role"><c>lead</c>, <c>cooperator</c>, <c>supervisor</c>, <c>reportTo</c>.</param>
/// <param name="Name">As printed.</param>
/// <param name="Inherited">Not named by the directive itself.</param>
public sealed record FoundParty(string Role, string Name, bool Inherited);

/// <summary>Which letters are looked for. What is not given does not matter.</summary>
public sealed record LetterSearch
{
    /// <summary>Words and "phrases"; without tone marks they are found with any.</summary>
    public string? Text { get; init; }

    /// <summary>Part of the issuer's name.</summary>
    public string? Issuer { get; init; }

    /// <summary>Number and symbol, or the number alone.</summary>
    public string? Number { get; init; }

    /// <summary>Document type: «công văn».</summary>
    public string? Type { get; init; }

    /// <summary>Dated on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Dated on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Part of the name of a body that has something to do.</summary>
    public string? Assignee { get; init; }

    /// <summary>Cites this instrument.</summary>
    public string? Instrument { get; init; }

    /// <summary>Whether something in it is to be looked at.</summary>
    public bool? NeedsReview { get; init; }

    internal string Query(string? cursor) => Query([
        ("q", Text), ("issuer", Issuer), ("number", Number), ("type", Type), ("from", From?.ToString("O", CultureInfo.InvariantCulture)), ("to", To?.ToString("O", CultureInfo.InvariantCulture)),
        ("assignee", Assignee), ("instrument", Instrument), ("needsReview", NeedsReview switch { true => "true", false => "false", _ => null }), ("cursor", cursor)]);

    internal static string Query(IEnumerable<(string Name, string? Value)> values) =>
        string.Join('&', values.Where(v => v.Value is not null).Select(v => $"{v.Name}={Uri.EscapeDataString(v.Value!)}"));
}

/// <summary>The service refused, or a job failed.</summary>
/// <param name="status">The HTTP status; 0 for a job.</param>
/// <param name="type">Of the problem: <c>urn:nhandao:problem:…</c>; null where there is none.</param>
/// <param name="message">What is wrong and what to do.</param>
public sealed class NhanDaoException(int status, string? type, string message) : Exception(message)
{
    /// <summary>The HTTP status; 0 for a job.</summary>
    public int Status { get; } = status;

    /// <summary>Of the problem: <c>urn:nhandao:problem:unreadable-document</c>; null where there is none.</summary>
    public string? Type { get; } = type;
}

internal sealed record FoundLetters(ImmutableArray<FoundLetter> Letters, string? Next);

internal sealed record FoundDirectives(ImmutableArray<FoundDirective> Directives, int? NextOffset);
