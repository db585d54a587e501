using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NhanDao.Parsing.Text;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Letters;

/// <summary>Which letters are looked for. What is not given does not matter.</summary>
internal sealed class LetterFilter
{
    public const int DefaultLimit = 50, MostLimit = 200;

    [FromQuery(Name = "q"), Description("Words and \"phrases\"; all must be there. A word without tone marks is found with any.")]
    public string? Text { get; init; }

    [FromQuery(Name = "issuer"), Description("Part of the issuer's or its parent's name, with or without tone marks.")]
    public string? Issuer { get; init; }

    [FromQuery(Name = "number"), Description("Number and symbol, or the number alone: 12/UBND-VX, 12.")]
    public string? Number { get; init; }

    [FromQuery(Name = "type"), Description("Document type: công văn.")]
    public string? Type { get; init; }

    [FromQuery(Name = "from"), Description("Dated on this day or later.")]
    public DateOnly? From { get; init; }

    [FromQuery(Name = "to"), Description("Dated on this day or earlier.")]
    public DateOnly? To { get; init; }

    [FromQuery(Name = "assignee"), Description("Part of the name of a body that has something to do.")]
    public string? Assignee { get; init; }

    [FromQuery(Name = "dueFrom"), Description("With a directive that falls due on this day or later.")]
    public DateOnly? DueFrom { get; init; }

    [FromQuery(Name = "dueTo"), Description("With a directive that falls due on this day or earlier.")]
    public DateOnly? DueTo { get; init; }

    [FromQuery(Name = "instrument"), Description("Cites this instrument: its canonical id or its number.")]
    public string? Instrument { get; init; }

    [FromQuery(Name = "needsReview"), Description("Whether something in it is to be looked at.")]
    public bool? NeedsReview { get; init; }

    [FromQuery(Name = "order"), Description("newest (the default), or doubt: what is least sure first.")]
    public string? Order { get; init; }

    [FromQuery(Name = "cursor"), Description("Where the page before ended, as its next said.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Description("Letters a page, 1 to 200; 50 if not given.")]
    public int? Limit { get; init; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Mistake =>
        Limit is < 1 or > MostLimit ? $"limit is from 1 to {MostLimit}."
        : Order is not (null or "newest" or "doubt") ? "order is newest or doubt."
        : Cursor is not null && PageCursor.Read(Cursor) is null ? "cursor is not one that was given out here."
        : Text is not null && SearchQuery.Parse(Text) is null ? "q holds no word."
        : new[] { Text, Issuer, Number, Type, Assignee, Instrument }.Any(t => t is { Length: > 500 } || t?.Contains('\0', StringComparison.Ordinal) == true) ? "A filter has at most 500 characters, none of them NUL."
        : null;

    public IQueryable<LetterRow> Apply(NhanDaoContext context)
    {
        var letters = Text is not null && SearchQuery.Parse(Text) is { } query ? context.Matching(query) : context.Letters;
        if (Folded(Issuer) is { } issuer)
            letters = letters.Where(l => l.IssuerKey!.Contains(issuer));
        if (Number is not null)
            letters = LetterColumns.NumberKey(Number.Trim()) is not { } key ? letters.Where(l => false)
                : key.EndsWith('|') ? letters.Where(l => l.NumberKey!.StartsWith(key))
                : key.StartsWith('|') ? letters.Where(l => l.NumberKey!.EndsWith(key))
                : letters.Where(l => l.NumberKey == key);
        if (Type?.Normalize().ToLowerInvariant() is { } type)
            letters = letters.Where(l => l.DocumentType == type);
        if (From is not null)
            letters = letters.Where(l => l.Day >= From);
        if (To is not null)
            letters = letters.Where(l => l.Day <= To);
        if (Folded(Assignee) is { } assignee)
            letters = letters.Where(l => l.Directives.Any(d => d.Parties.Any(p => p.NameKey.Contains(assignee))));
        if (DueFrom is not null || DueTo is not null)
            letters = letters.Where(l => l.Directives.Any(d => d.Due != null && (DueFrom == null || d.Due >= DueFrom) && (DueTo == null || d.Due <= DueTo)));
        if (Instrument?.Normalize().ToLowerInvariant() is { } instrument)
        {
            var numberKey = LetterColumns.NumberKey(Instrument);
            letters = letters.Where(l => l.Citations.Any(c => c.InstrumentId == instrument || (numberKey != null && c.NumberKey == numberKey)));
        }
        if (NeedsReview is { } needs)
            letters = letters.Where(l => (l.Review != "") == needs);
        return letters;
    }

    /// <summary>To look for within a folded column.</summary>
    internal static string? Folded(string? text) => text is null ? null : Folding.Fold(text.Normalize());

    /// <summary>In the order asked for, behind the cursor, one more than fits on the page.</summary>
    public IQueryable<LetterRow> Page(IQueryable<LetterRow> letters)
    {
        var cursor = Cursor is null ? null : PageCursor.Read(Cursor);
        if (Order == "doubt")
        {
            if (cursor is not null)
                letters = letters.Where(l => l.Doubt < cursor.Doubt || (l.Doubt == cursor.Doubt && l.Id > cursor.Id));
            letters = letters.OrderByDescending(l => l.Doubt).ThenBy(l => l.Id);
        }
        else
        {
            if (cursor is not null)
                letters = letters.Where(l => l.Id < cursor.Id);
            letters = letters.OrderByDescending(l => l.Id);
        }
        return letters.Take((Limit ?? DefaultLimit) + 1);
    }
}

/// <summary>Where a page of letters ended: letters that come or go meanwhile neither shift nor repeat anything.</summary>
internal sealed record PageCursor(double Doubt, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id:x}-{BitConverter.DoubleToInt64Bits(Doubt):x}");

    public static PageCursor? Read(string text) =>
        text.Split('-') is [var id, var doubt] && long.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(doubt, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits) ? new(BitConverter.Int64BitsToDouble(bits), number) : null;
}
