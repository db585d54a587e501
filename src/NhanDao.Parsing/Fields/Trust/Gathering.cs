using System.Collections.Immutable;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields.Trust;

/// <summary>
/// Notes with every value of a letter what speaks for it: what its rule thinks, the words and lines it was read from, and what the
/// letter says elsewhere (<see cref="Agreement"/>). <see cref="Weighing"/> makes confidences of it.
/// </summary>
internal sealed class Gathering
{
    private const double InTwoMinds = 0.8;

    /// <summary>What a rule thinks to be as likely wrong as right is for a person, whatever else speaks for it.</summary>
    private const double EvenOdds = 0.5;

    /// <summary>Who is not named in a directive, but above it or at the head of the letter, is its addressee by inference.</summary>
    private const double NotNamed = 0.8;

    private readonly EvidenceFinder evidence;
    private readonly Letter letter;
    private readonly Agreement agreement;

    private Gathering(Letter letter, DocumentText text, ImmutableArray<LabelledLine> lines) =>
        (this.letter, evidence, agreement) = (letter, new(text, lines), new(letter));

    public static Letter Gather(Letter letter, DocumentText text, ImmutableArray<LabelledLine> lines) => new Gathering(letter, text, lines).Gather();

    private Letter Gather() => letter with
    {
        DocumentType = With(letter.DocumentType, "documentType", agreement.OfType()),
        Issuer = With(letter.Issuer, "issuer", agreement.OfIssuer()),
        Number = With(letter.Number, letter.Number switch
        {
            { Value.Ordinal: null } => "number.symbol",
            { Status: FieldStatus.Handwritten } => "number.ink",
            _ => "number",
        }, agreement.OfNumber()),
        Place = With(letter.Place, "place", agreement.OfPlace()),
        Date = With(letter.Date, letter.Date switch
        {
            { Value.Day: null } => "date.part",
            { Status: FieldStatus.Handwritten } => "date.ink",
            _ => "date",
        }, agreement.OfDate()),
        Subject = With(letter.Subject, "subject", 0),
        Addressees = [.. letter.Addressees.Select(a => With(a, "addressee", Agreement.OfItem(a.Value)))],
        Recipients = [.. letter.Recipients.Select(r => With(r, Agreement.IsFileCopy(r.Value) ? "recipient.copy" : "recipient", Agreement.OfItem(r.Value)))],
        Signers = [.. letter.Signers.Select(With)],
        Marks = letter.Marks with
        {
            Urgency = With(letter.Marks.Urgency, "mark", 0),
            Secrecy = With(letter.Marks.Secrecy, "mark", 0),
            Circulation = With(letter.Marks.Circulation, "mark", 0),
            Copy = With(letter.Marks.Copy, "mark", 0),
        },
        Directives = [.. letter.Directives.Select(With)],
        References = [.. letter.References.Select(With)],
    };

    private Field<T> With<T>(Field<T> field, string family, double agreement)
        where T : class =>
        field.Value is null ? field : field with { Evidence = Doubted(field.Confidence <= EvenOdds, evidence.Of(family, field.Span, field.Confidence, agreement)) };

    private Signer With(Signer signer) => new()
    {
        Authority = With(signer.Authority, "authority", Agreement.OfAuthority(signer)),
        Position = With(signer.Position, "position", Agreement.OfPosition(signer)),
        Name = With(signer.Name, "signer", agreement.OfName(signer.Name.Value)),
    };

    private Directive With(Directive directive) => directive with
    {
        Evidence = Doubted(Doubt(directive) < 0, evidence.Of("directive", directive.Span, directive.Confidence, Doubt(directive))),
        Leads = [.. directive.Leads.Select(a => With(a, "lead", directive))],
        Cooperators = [.. directive.Cooperators.Select(a => With(a, "cooperator", directive))],
        Deadline = directive.Deadline is { } deadline
            ? deadline with { Evidence = evidence.Of("deadline", deadline.Span, directive.Confidence, agreement.OfDeadline(deadline) + Doubt(directive)) }
            : null,
        Children = [.. directive.Children.Select(With)],
    };

    /// <summary>A rule that is in two minds about a directive, as in a list with a lost item, speaks against it.</summary>
    private static double Doubt(Directive directive) => directive.Confidence < InTwoMinds ? -1 : 0;

    private static Evidence Doubted(bool doubt, Evidence found) => found with { IsDoubted = found.IsDoubted || doubt };

    private Assignee With(Assignee body, string family, Directive directive) => body.Inherited ? body with { Confidence = Math.Min(body.Confidence, NotNamed) } : body with
    {
        Evidence = evidence.Of(family, body.Span, directive.Confidence, agreement.OfBody(body.Name) + Doubt(directive), Nearness(body, directive)),
    };

    /// <summary>Who is named far behind the head of a directive, or in a crowd, is more often only spoken of.</summary>
    private static double Nearness(Assignee body, Directive directive) =>
        -Math.Log(1 + (Math.Max(0, body.Span.Start - directive.Span.Start) / 100.0)) - Math.Log(1 + (directive.Leads.Length / 3.0));

    private Reference With(Reference reference) => reference with
    {
        Evidence = evidence.Of("reference", reference.Mentions.FirstOrDefault()?.Span, reference.Confidence, Agreement.OfReference(reference)),
        Date = With(reference.Date, "referenceDate", agreement.OfReferenceDate(reference)),
    };
}
