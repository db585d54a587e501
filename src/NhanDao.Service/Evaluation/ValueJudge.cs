using System.Text.Json;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;
using static NhanDao.Service.Evaluation.GoldValues;

namespace NhanDao.Service.Evaluation;

/// <summary>
/// Holds every value of a letter, with the confidence that the parser gave it, against the label. Right is what the scorer counts
/// as right (<see cref="LetterScore"/>): the items of lists may differ in a letter or two. Empty values are neither right nor wrong.
/// </summary>
/// <param name="id">Id of the letter.</param>
/// <param name="gold">Its label.</param>
/// <param name="letter">What the parser made of it.</param>
/// <param name="threshold">For the review list.</param>
internal sealed class ValueJudge(string id, JsonElement gold, Letter letter, double threshold)
{
    private readonly JsonElement found = JsonElement.Parse(FlatJson.Write(FlatRecord.Of(letter, id, threshold)));
    private readonly HashSet<string> review = [.. ReviewList.Of(letter, threshold)];
    private readonly FileForm form = JudgedValue.FormOf(PythonText.Str(Get(gold, "file")), letter.Pages);
    private readonly List<JudgedValue> values = [];

    /// <summary>How sure a value is, and where that stands.</summary>
    private readonly record struct Trust(double Confidence, double OcrConfidence, Evidence? Evidence)
    {
        public static Trust Of<T>(Field<T> field)
            where T : class => new(field.Confidence, field.OcrConfidence, field.Evidence);
    }

    public IReadOnlyList<JudgedValue> Judge()
    {
        Scalar("documentType", Trust.Of(letter.DocumentType));
        Scalar("issuer.name", Trust.Of(letter.Issuer));
        Scalar("issuer.parent", Trust.Of(letter.Issuer));
        Scalar("number.ordinal", Trust.Of(letter.Number));
        Scalar("number.symbol", Trust.Of(letter.Number));
        Scalar("place", Trust.Of(letter.Place));
        Date();
        Scalar("subject", Trust.Of(letter.Subject));
        Scalar("marks.urgency", Trust.Of(letter.Marks.Urgency));
        Scalar("marks.secrecy", Trust.Of(letter.Marks.Secrecy));
        FirstSigner();
        List("addressees", "addressees", gold, found, [.. Given(letter.Addressees)], LetterScore.SameListItem);
        List("recipients", "recipients", gold, found, [.. Given(letter.Recipients)], LetterScore.SameListItem);
        Tasks();
        References();
        return values;
    }

    private static IEnumerable<Trust> Given(IEnumerable<Field<string>> fields) => fields.Where(f => f.Value is not null).Select(Trust.Of);

    private void Add(string field, string root, Verdict verdict, Trust trust) => values.Add(
        new(id, form, field, verdict, verdict == Verdict.Missed ? 0 : trust.Confidence, trust.OcrConfidence, review.Contains(root), trust.Evidence));

    private void Scalar(string field, Trust trust) => Compare(field, field.Split('.')[0], Get(gold, field), Get(found, field), trust);

    private void Compare(string field, string root, JsonElement? expected, JsonElement? given, Trust trust)
    {
        string a = Fold(expected), b = Fold(given);
        if (a.Length > 0 || b.Length > 0)
            Add(field, root, b.Length == 0 ? Verdict.Missed : a == b ? Verdict.Right : Verdict.Wrong, trust);
    }

    // The month of a day that was not read is no date yet: «2025-01» for 2025-01-15 is missed and not wrong.
    private void Date()
    {
        string a = Fold(Get(gold, "date")), b = Fold(Get(found, "date"));
        if (b.Length > 0 && b.Length < a.Length && a.StartsWith(b, StringComparison.Ordinal))
            Add("date", "date", Verdict.Missed, default);
        else
            Scalar("date", Trust.Of(letter.Date));
    }

    private void FirstSigner()
    {
        JsonElement? expected = Items(gold, "signers") is [var g, ..] ? g : null, given = Items(found, "signers") is [var f, ..] ? f : null;
        var signer = letter.Signers is [var first, ..] ? first : new();
        Compare("signer.authority", "signers", Get(expected, "authority"), Get(given, "authority"), Trust.Of(signer.Authority));
        Compare("signer.position", "signers", Get(expected, "position"), Get(given, "position"), Trust.Of(signer.Position));
        Compare("signer.name", "signers", Get(expected, "name"), Get(given, "name"), Trust.Of(signer.Name));
    }

    private void List(string field, string root, JsonElement expected, JsonElement given, IReadOnlyList<Trust> trusts, double same)
    {
        var name = field[(field.LastIndexOf('.') + 1)..];
        string[] a = [.. Items(expected, name).Select(i => Fold(i))], b = [.. Items(given, name).Select(i => Fold(i))];
        var matched = Comparison.Match(a, b, Comparison.Similarity, same);
        for (var j = 0; j < b.Length; j++)
            Add(field, root, matched.Exists(m => m.Found == j) ? Verdict.Right : Verdict.Wrong, trusts[j]);
        for (var missed = matched.Count; missed < a.Length; missed++)
            Add(field, root, Verdict.Missed, default);
    }

    private void Tasks()
    {
        JsonElement[] expected = Items(gold, "tasks"), given = Items(found, "tasks");
        var matched = Comparison.Match(expected, given, LetterScore.SameStart, LetterScore.SameTask);
        for (var j = 0; j < given.Length; j++)
        {
            JsonElement? of = matched.FindIndex(m => m.Found == j) is >= 0 and var at ? expected[matched[at].Gold] : null;
            Add("task", "tasks", of is null ? Verdict.Wrong : Verdict.Right, new(letter.Directives[j].Confidence, 1, letter.Directives[j].Evidence));
            Task(of ?? default, given[j], letter.Directives[j]);
        }
        for (var i = 0; i < expected.Length; i++)
            if (!matched.Exists(m => m.Gold == i))
            {
                Add("task", "tasks", Verdict.Missed, default);
                Task(expected[i], default, null);
            }
    }

    private void Task(JsonElement expected, JsonElement given, Directive? directive)
    {
        List("task.assignees", "tasks", expected, given, [.. (directive?.Leads ?? []).Where(a => !a.Inherited).Select(a => new Trust(a.Confidence, 1, a.Evidence))], LetterScore.SameBody);
        List("task.cooperators", "tasks", expected, given, [.. (directive?.Cooperators ?? []).Where(a => !a.Inherited).Select(a => new Trust(a.Confidence, 1, a.Evidence))], LetterScore.SameBody);
        bool isExpected = PythonText.IsTruthy(Get(expected, "deadline")), isGiven = PythonText.IsTruthy(Get(given, "deadline"));
        if (isExpected || isGiven)
            Add("task.deadline", "tasks", !isGiven ? Verdict.Missed
                : isExpected && Fold(Get(expected, "deadlineDate")) == Fold(Get(given, "deadlineDate")) ? Verdict.Right : Verdict.Wrong,
                directive?.Deadline is { } deadline ? new(deadline.Confidence, 1, deadline.Evidence) : default);
    }

    private void References()
    {
        JsonElement[] expected = Items(gold, "references"), given = Items(found, "references");
        var matched = Comparison.Match(
            [.. expected.Select(LetterScore.Key)], [.. given.Select(LetterScore.Key)], LetterScore.SameInstrument, LetterScore.SameListItem);
        for (var j = 0; j < given.Length; j++)
        {
            var reference = letter.References[j];
            var of = matched.FindIndex(m => m.Found == j);
            Add("reference", "references", of < 0 ? Verdict.Wrong : Verdict.Right, new(reference.Confidence, 1, reference.Evidence));
            if (of >= 0)
                Compare("reference.date", "references", Get(expected[matched[of].Gold], "date"), Get(given[j], "date"), Trust.Of(reference.Date));
        }
        for (var missed = matched.Count; missed < expected.Length; missed++)
            Add("reference", "references", Verdict.Missed, default);
    }
}
