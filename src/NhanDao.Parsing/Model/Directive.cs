using System.Collections.Immutable;

namespace NhanDao.Parsing.Model;

/// <summary>Something the letter orders, assigns or asks: who must do what by when.</summary>
public sealed record Directive
{
    /// <summary>Printed label without punctuation («1», «a», «Thứ nhất», «Điều 2»); null for a paragraph or dash item.</summary>
    public string? Label { get; init; }

    /// <summary>The whole text after the label, continuation paragraphs included, lines joined by one space.</summary>
    public required string Text { get; init; }

    /// <summary>Range in <see cref="Letter.Text"/>, label included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Where it stands on the scan, one rectangle a line; empty for typed text.</summary>
    public ImmutableArray<PageBox> Boxes { get; init; } = [];

    /// <summary>Items inside this one.</summary>
    public ImmutableArray<Directive> Children { get; init; } = [];

    /// <summary>Who must do it (chủ trì, Giao X); empty when everybody addressed must.</summary>
    public ImmutableArray<Assignee> Leads { get; init; } = [];

    /// <summary>With whom (phối hợp với X).</summary>
    public ImmutableArray<Assignee> Cooperators { get; init; } = [];

    /// <summary>Who follows it up (theo dõi, đôn đốc, kiểm tra); they may be among the leads, when to follow up is their duty.</summary>
    public ImmutableArray<Assignee> Supervisors { get; init; } = [];

    /// <summary>To whom the outcome is to be reported (báo cáo Y, gửi về Z); null when it sets no report.</summary>
    public ReportingDuty? Report { get; init; }

    /// <summary>By when; null when the directive sets no deadline.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>How sure it is that this is a directive and ends here, 0–1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The rule that found it: «directive.item», «directive.paragraph».</summary>
    public required string Source { get; init; }

    /// <summary>What <see cref="Confidence"/> was weighed from.</summary>
    internal Evidence? Evidence { get; init; }
}

/// <summary>A body or post with a part in a directive.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Span">Where it is printed.</param>
/// <param name="Inherited">True when it was taken from the heading above or from the addressees.</param>
public sealed record Assignee(string Name, TextSpan Span, bool Inherited = false)
{
    /// <summary>The name written out, where the letter introduces a short one («sau đây gọi tắt là Ban Chỉ đạo», «Ủy ban nhân dân (UBND)»); null when what is printed is all.</summary>
    public string? FullName { get; init; }

    /// <summary>How sure it is that this body has this part, 0–1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What <see cref="Confidence"/> was weighed from.</summary>
    internal Evidence? Evidence { get; init; }
}

/// <summary>Thời hạn of a directive.</summary>
/// <param name="Raw">The phrase as printed: «trước ngày 20/01/2025», «định kỳ hằng quý».</param>
/// <param name="Span">Where it is printed.</param>
/// <param name="Date">The last day, when the phrase names a concrete day; null for a month, a quarter or a recurrence.</param>
public sealed record Deadline(string Raw, TextSpan Span, DateOnly? Date)
{
    /// <summary>The days that a month, quarter or year spans («trong quý II/2026»); a missing year is the letter's. Null for anything else.</summary>
    public DateInterval? Interval { get; init; }

    /// <summary>The RRULE of RFC 5545 for what comes again: «trước ngày 20 hằng tháng» is <c>FREQ=MONTHLY;BYMONTHDAY=20</c>; null when it falls due once.</summary>
    public string? Recurrence { get; init; }

    /// <summary>The time allowed («trong thời hạn 10 ngày làm việc kể từ ngày nhận được Công văn này»); null when the phrase counts from nothing.</summary>
    public Countdown? Countdown { get; init; }

    /// <summary>How sure it is that this is the deadline, 0–1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What <see cref="Confidence"/> was weighed from.</summary>
    internal Evidence? Evidence { get; init; }
}

/// <summary>Days from one to another, both included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record DateInterval(DateOnly From, DateOnly To);

/// <summary>A length of time that begins with an event.</summary>
/// <param name="Duration">ISO 8601: «P10D», «P2W», «P6M», «P1Y».</param>
/// <param name="WorkingDays">Whether only working days count (ngày làm việc).</param>
/// <param name="CountedFrom">The event as printed: «ngày nhận được Công văn này».</param>
public sealed record Countdown(string Duration, bool WorkingDays, string CountedFrom);

/// <summary>Chế độ báo cáo of a directive.</summary>
/// <param name="To">Who is to receive the report (báo cáo Y, gửi về Z).</param>
/// <param name="Through">Who collects it on the way («qua Sở Tài chính tổng hợp»).</param>
/// <param name="Deadline">By when or how often; null when the sentence does not say.</param>
/// <param name="Span">Where it is printed.</param>
public sealed record ReportingDuty(ImmutableArray<Assignee> To, ImmutableArray<Assignee> Through, Deadline? Deadline, TextSpan Span);
