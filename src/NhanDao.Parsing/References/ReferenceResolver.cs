using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.References;

/// <summary>Puts the places that cite one instrument together, and says where they disagree.</summary>
internal static class ReferenceResolver
{
    public static ImmutableArray<Reference> Resolve(
        DocumentText document, CitedText text, List<Citation> citations, CitingLetter letter, ICollection<Diagnostic> problems) =>
        [.. Group(text, citations, letter, c => MendSymbol(document, text, c)).Select(g => Make(document, text, g, letter.Latest, problems))];

    /// <summary>Each instrument with every place that cites it, short forms and pointers back included, in the order of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="citations">What was scanned, in order.</param>
    /// <param name="letter">The letter itself.</param>
    /// <param name="mend">Mends a number before it is compared.</param>
    internal static List<CitedInstrument> Group(CitedText text, List<Citation> citations, CitingLetter letter, Action<Citation> mend)
    {
        var owners = OwnersOf(citations, letter.Number, mend);
        var instruments = owners.Values.Distinct().OrderBy(i => i.First.Start).ToList();
        var antecedents = new Antecedents(instruments);
        foreach (var citation in citations.Where(c => c.ShortOrdinal is not null))
            if (antecedents.OfOrdinal(citation.Type, citation.ShortOrdinal!, citation.Start) is { } instrument)
            {
                instrument.Citations.Add(citation);
                owners[citation] = instrument;
            }
        foreach (var (meant, mention) in BackwardMentions.Find(text, citations, owners.GetValueOrDefault, antecedents, letter.Type))
            meant.Citations.Add(mention);
        return instruments;
    }

    private static void MendSymbol(DocumentText document, CitedText text, Citation citation)
    {
        if (citation.Number is { } read && document.OcrConfidence(text.Span(read.Start, read.End)) < 1)
            citation.Number = SymbolRepair.Mend(read);
    }

    /// <summary>The instrument of each citation that gives a number or a title. The letter's own number is nobody's.</summary>
    private static Dictionary<Citation, CitedInstrument> OwnersOf(List<Citation> citations, LetterNumber? own, Action<Citation> mend)
    {
        var owners = new Dictionary<Citation, CitedInstrument>();
        var byKey = new Dictionary<string, CitedInstrument>(StringComparer.Ordinal);
        var ownKey = own is { Ordinal: { } ordinal, Symbol: { } symbol } ? Key($"{ordinal}/{symbol}") : null;
        foreach (var citation in citations.Where(c => c.ShortOrdinal is null))
        {
            mend(citation);
            var key = citation.Number is { } number ? Key(number.Text) : null;
            if (key is not null && key == ownKey)
                continue;
            var title = citation.Law is { } law ? "title:" + Key(law.KnownTitle ?? law.Title) : null;
            var group = (key is not null ? byKey.GetValueOrDefault(key) : null) ?? (title is not null ? byKey.GetValueOrDefault(title) : null);
            // Two numbers for one title are two laws, of different years.
            if (group is { NumberKey: { } known } && key is not null && known != key)
                group = null;
            owners[citation] = group ??= new();
            group.NumberKey ??= key;
            group.Citations.Add(citation);
            if (key is not null)
                byKey[key] = group;
            if (title is not null)
                byKey[title] = group;
        }
        return owners;
    }

    private static Reference Make(DocumentText document, CitedText text, CitedInstrument group, DateOnly? latest, ICollection<Diagnostic> problems)
    {
        var best = group.Citations.Where(c => c.Number is not null).MaxBy(c => c.Number!.Damaged ? 0 : 1 + document.OcrConfidence(text.Span(c.Start, c.End)))
            ?? group.Citations[0];
        var law = group.Citations.Select(c => c.Law).FirstOrDefault(l => l is not null);
        var numberSpan = best.Number is { } n ? text.Span(n.Start, n.End) : text.Span(best.Start, best.End);
        var type = group.Citations.Find(c => c.TypeFrom == TypeSource.Printed)?.Type ?? best.Type;
        var title = law is null ? null : Title(document, text, law);
        var date = Plausible(DateOf(document, text, group, problems), latest);
        var issuer = IssuerOf(document, text, group);
        return new()
        {
            Type = type,
            Number = best.Number?.Text,
            Title = title,
            Date = date,
            Issuer = issuer,
            Relation = group.Citations.Max(c => c.Relation),
            CanonicalId = InstrumentId.Of(best.Number, title, date.Status == FieldStatus.Conflicting ? null : date.Value, issuer),
            Mentions = [.. group.Citations.OrderBy(c => c.Start).Select(c => MentionOf(document, text, c))],
            Confidence = Math.Min(best.Cued ? 0.98 : 0.85, NumberTrust(document, text, best, numberSpan)),
        };
    }

    /// <summary>A title read by OCR is taken from the vocabulary; a typed one stays as it is.</summary>
    private static string Title(DocumentText document, CitedText text, CitedLaw law) =>
        law.KnownTitle is { } known && document.OcrConfidence(text.Span(law.Start, law.End)) < 1 ? known : law.Title;

    private static Mention MentionOf(DocumentText document, CitedText text, Citation citation)
    {
        var span = text.Span(citation.Start, citation.End);
        return new(document.Content.Substring(span.Start, span.Length), span, document.Text.Locate(span));
    }

    private static string? IssuerOf(DocumentText document, CitedText text, CitedInstrument group)
    {
        var printed = group.Citations.Where(c => !c.Issuer.IsEmpty).ToList();
        var own = printed.Where(c => !c.IssuerIsShared).ToList();
        return (own.Count > 0 ? own : printed).Select(c => Name(document, text, c.Issuer))
            .GroupBy(Key, StringComparer.Ordinal).OrderByDescending(g => g.Count()).FirstOrDefault()?.First();
    }

    private static string Name(DocumentText document, CitedText text, Stretch issuer)
    {
        var name = text.Text(issuer.Start, issuer.End);
        return document.OcrConfidence(text.Span(issuer.Start, issuer.End)) < 1 ? IssuerSpelling.Mend(name) : name;
    }

    private static Field<PartialDate> DateOf(DocumentText document, CitedText text, CitedInstrument group, ICollection<Diagnostic> problems)
    {
        var printed = group.Citations.Where(c => c.Date is not null).ToList();
        var own = printed.Where(c => !c.DateIsShared).ToList();
        var dated = (own.Count > 0 ? own : printed).Where(c => c.Date!.Value.Value is not null).ToList();
        if (dated.Count == 0)
            return printed.Count == 0 ? Field<PartialDate>.Absent
                : document.At<PartialDate>(FieldStatus.Unreadable, null, Span(text, printed[0]), 0.3, "reference.date");
        var whole = dated.Where(c => c.Date!.Value.Value!.Day is not null).ToList();
        var byDate = (whole.Count > 0 ? whole : dated).GroupBy(c => c.Date!.Value.Value!).ToList();
        // More often printed; at a tie the last one printed.
        var winner = byDate.OrderByDescending(g => g.Count()).ThenByDescending(g => g.Max(c => c.Start)).First();
        var witness = winner.MaxBy(c => document.OcrConfidence(Span(text, c)))!;
        var span = Span(text, witness);
        var trust = Trust(document, span, witness.Date!.Value.Damaged);
        if (byDate.Count == 1)
            return document.At(FieldStatus.Present, winner.Key, span, trust, "reference.date");

        foreach (var date in byDate)
            problems.Add(new("reference.conflictingDate", Severity.Warning,
                $"The letter dates one instrument differently: {date.Key} here, {string.Join(", ", byDate.Where(d => d != date).Select(d => d.Key))} elsewhere.", Span(text, date.First())));
        return document.At(FieldStatus.Conflicting, winner.Key, span, Math.Min(trust, 0.5 + 0.3 * winner.Count() / dated.Count), "reference.date") with
        {
            Candidates = [.. byDate.Select(d => new Candidate<PartialDate>(d.Key, "reference.date", (double)d.Count() / dated.Count, Span(text, d.First())))],
        };
    }

    /// <summary>In a scan, a gap before the separator is a slot filled in by hand or stamp, and a slanted stroke is a slash read in part.</summary>
    private static double NumberTrust(DocumentText document, CitedText text, Citation citation, TextSpan span)
    {
        var trust = Trust(document, span, citation.Number?.Damaged == true);
        if (trust >= 0.99 || citation.Number is not { } number)
            return trust;
        var ordinalEnd = number.Start + number.Ordinal.Length;
        return text[ordinalEnd] == ' ' || text.PrintedAt(ordinalEnd) is not ('/' or '-') ? Math.Min(trust, 0.7) : trust;
    }

    /// <summary>An instrument cannot be later than the letter that cites it; a letter's date may be a few days early.</summary>
    private static Field<PartialDate> Plausible(Field<PartialDate> date, DateOnly? latest) =>
        date.Value?.ToDate() is { } given && latest is { } letter && given > letter.AddDays(5) ? date with { Confidence = Math.Min(date.Confidence, 0.4) } : date;

    private static TextSpan Span(CitedText text, Citation citation) => text.Span(citation.Date!.Value.Start, citation.Date.Value.End);

    /// <summary>How far the letters at <paramref name="span"/> can be trusted: the weakest word counts.</summary>
    private static double Trust(DocumentText document, TextSpan span, bool damaged)
    {
        var weakest = 1.0;
        foreach (var word in document.Text.WordsIn(span))
            weakest = Math.Min(weakest, word.OcrConfidence);
        var trust = weakest >= 1 ? 0.99 : weakest >= 0.8 ? 0.95 : weakest >= 0.6 ? 0.85 : weakest >= 0.4 ? 0.7 : 0.5;
        return damaged ? Math.Min(trust, 0.7) : trust;
    }

    /// <summary>A number or name to compare by: folded, letters and digits only.</summary>
    private static string Key(string text) => string.Concat(Folding.Fold(text).Where(char.IsLetterOrDigit));
}
