using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Fields.Trust;

/// <summary>The last stage: gives every value the confidence that labelled letters bear out, in place of what its rule thought.</summary>
internal static class Weighing
{
    /// <summary>The letter with every confidence weighed anew from its evidence. Values without evidence, such as absent ones, keep theirs.</summary>
    public static Letter Weigh(Letter letter, TrustModel model) => letter with
    {
        DocumentType = Weighed(letter.DocumentType, model),
        Issuer = Weighed(letter.Issuer, model),
        Number = Weighed(letter.Number, model),
        Place = Weighed(letter.Place, model),
        Date = Weighed(letter.Date, model),
        Subject = Weighed(letter.Subject, model),
        Addressees = [.. letter.Addressees.Select(a => Weighed(a, model))],
        Recipients = [.. letter.Recipients.Select(r => Weighed(r, model))],
        Signers =
        [
            .. letter.Signers.Select(s => new Signer
            {
                Authority = Weighed(s.Authority, model),
                Position = Weighed(s.Position, model),
                Name = Weighed(s.Name, model),
            }),
        ],
        Marks = new()
        {
            Urgency = Weighed(letter.Marks.Urgency, model),
            Secrecy = Weighed(letter.Marks.Secrecy, model),
            Circulation = Weighed(letter.Marks.Circulation, model),
            Copy = Weighed(letter.Marks.Copy, model),
        },
        Directives = [.. letter.Directives.Select(d => Weighed(d, model))],
        References = [.. letter.References.Select(r => r with { Confidence = Of(r.Evidence, r.Confidence, model), Date = Weighed(r.Date, model) })],
    };

    private static Directive Weighed(Directive directive, TrustModel model) => directive with
    {
        Confidence = Of(directive.Evidence, directive.Confidence, model),
        Leads = [.. directive.Leads.Select(a => a with { Confidence = Of(a.Evidence, a.Confidence, model) })],
        Cooperators = [.. directive.Cooperators.Select(a => a with { Confidence = Of(a.Evidence, a.Confidence, model) })],
        Deadline = directive.Deadline is { } deadline ? deadline with { Confidence = Of(deadline.Evidence, deadline.Confidence, model) } : null,
        Children = [.. directive.Children.Select(c => Weighed(c, model))],
    };

    private static Field<T> Weighed<T>(Field<T> field, TrustModel model)
        where T : class => field with { Confidence = Of(field.Evidence, field.Confidence, model) };

    private static double Of(Evidence? evidence, double confidence, TrustModel model) => evidence is null ? confidence : model.Weigh(evidence);
}
