using System.Text.Json;
using static NhanDao.Service.Evaluation.GoldValues;

namespace NhanDao.Service.Evaluation;

/// <summary>Compares the flat record of one letter with its gold label.</summary>
/// <param name="board">Takes the counts.</param>
/// <param name="gold">The label.</param>
/// <param name="found">The flat record; an empty object when the letter could not be parsed.</param>
internal sealed class LetterScore(Scoreboard board, JsonElement gold, JsonElement found)
{
    internal const double SameListItem = 0.9, SameBody = 0.85, SameTask = 0.75;

    private static readonly string[] Scalars =
    [
        "documentType", "issuer.name", "issuer.parent", "number.symbol", "place", "date", "subject", "marks.urgency", "marks.secrecy",
    ];

    private readonly HashSet<string?> review = [.. Items(found, "review").Select(i => PythonText.Str(i))];
    private readonly List<string> wrong = [];

    /// <summary>Scores the letter and returns what is wrong with it, a line each.</summary>
    public List<string> Score()
    {
        foreach (var field in Scalars)
            ScoreField(field);
        ScoreOrdinal();
        ScoreFirstSigner();
        ScoreList("addressees");
        ScoreList("recipients");
        ScoreTasks();
        ScoreReferences();
        return wrong;
    }

    private void ScoreField(string field)
    {
        var root = field.Split('.')[0];
        if (root is "issuer" or "number" && !PythonText.IsTruthy(Get(gold, root)) && field != "number.ordinal")
            return;
        var name = field != "date" ? field : PythonText.IsTruthy(Get(gold, "dateHandwritten")) ? "date (handwritten)" : "date (printed)";
        ScoreScalar(name, Get(gold, field), Get(found, field), root);
    }

    private void ScoreOrdinal()
    {
        var ordinal = Get(gold, "number.ordinal");
        var kind = PythonText.Str(ordinal) is null ? "blank"
            : PythonText.IsTruthy(Get(gold, "number.handwritten")) ? "handwritten" : "printed";
        ScoreScalar($"number.ordinal ({kind})", ordinal, Get(found, "number.ordinal"), "number");
    }

    private void ScoreFirstSigner()
    {
        JsonElement? expected = Items(gold, "signers") is [var g, ..] ? g : null, given = Items(found, "signers") is [var f, ..] ? f : null;
        foreach (var part in (string[])["name", "authority", "position"])
            ScoreScalar("signer." + part, Get(expected, part), Get(given, part), "signers");
    }

    private void ScoreScalar(string name, JsonElement? expected, JsonElement? given, string root)
    {
        var tally = board.Scalar(name);
        tally.Count++;
        var (a, b) = (Fold(expected), Fold(given));
        if (b.Length > 0)
            tally.Given++;
        if (a == b)
        {
            tally.Right++;
            tally.Near++;
            return;
        }
        if (Comparison.Similarity(a, b) >= 0.9)
            tally.Near++;
        var listed = review.Contains(root);
        if (b.Length > 0 && !listed)
            tally.Silent++;
        wrong.Add($"{name}: gold={PythonText.Repr(expected)} got={PythonText.Repr(given)}{(listed ? " (for review)" : "")}");
    }

    private void ScoreList(string name)
    {
        string[] expected = [.. Items(gold, name).Select(i => Fold(i))], given = [.. Items(found, name).Select(i => Fold(i))];
        var matched = Comparison.Match(expected, given, Comparison.Similarity, SameListItem);
        board.List(name).Add(matched.Count, expected.Length, given.Length);
        if (matched.Count != expected.Length || matched.Count != given.Length)
            wrong.Add($"{name}: missed={Left(expected, matched.Select(m => m.Gold))} extra={Left(given, matched.Select(m => m.Found))}");
    }

    private void ScoreTasks()
    {
        JsonElement[] expected = Items(gold, "tasks"), given = Items(found, "tasks");
        var matched = Comparison.Match(expected, given, SameStart, SameTask);
        board.List("tasks").Add(matched.Count, expected.Length, given.Length);
        if (matched.Count != expected.Length || matched.Count != given.Length)
            wrong.Add($"tasks: gold={expected.Length} got={given.Length} matched={matched.Count}");
        foreach (var (i, j) in matched)
        {
            var (task, other) = (expected[i], given[j]);
            ScoreScalar("task.label", Get(task, "label"), Get(other, "label"), "tasks");
            foreach (var part in (string[])["assignees", "cooperators"])
            {
                string[] a = [.. Items(task, part).Select(v => Fold(v))], b = [.. Items(other, part).Select(v => Fold(v))];
                board.List("task." + part).Add(Comparison.Match(a, b, Comparison.Similarity, SameBody).Count, a.Length, b.Length);
            }
            ScoreDeadline(task, other);
        }
    }

    internal static double SameStart(JsonElement expected, JsonElement given)
    {
        var starts = PythonText.Str(Get(expected, "starts"))!;
        var text = Get(given, "text") is { } t && PythonText.IsTruthy(t) ? t : Get(given, "starts");
        var folded = Comparison.Fold(starts);
        var begin = Comparison.Fold(PythonText.Prefix(PythonText.Str(text) ?? "", PythonText.Length(starts) + 2));
        return Comparison.Similarity(folded, PythonText.Prefix(begin, PythonText.Length(folded)));
    }

    private void ScoreDeadline(JsonElement task, JsonElement other)
    {
        JsonElement? expected = Get(task, "deadline"), given = Get(other, "deadline");
        bool isExpected = PythonText.IsTruthy(expected), isGiven = PythonText.IsTruthy(given);
        var tally = board.Scalar("task.deadline");
        if (!isExpected && !isGiven)
            return;
        JsonElement? expectedDate = Get(task, "deadlineDate"), givenDate = Get(other, "deadlineDate");
        var right = isExpected && isGiven && Fold(expectedDate) == Fold(givenDate);
        Count(tally, right, right, isGiven);
        if (!right)
            wrong.Add($"task {PythonText.Str(Get(task, "label")) ?? "None"} deadline: gold={PythonText.Repr(expected)}/{PythonText.Str(expectedDate) ?? "None"} "
                + $"got={PythonText.Repr(given)}/{PythonText.Str(givenDate) ?? "None"}");
    }

    private void ScoreReferences()
    {
        JsonElement[] expected = Items(gold, "references"), given = Items(found, "references");
        string[] expectedKeys = [.. expected.Select(Key)], givenKeys = [.. given.Select(Key)];
        var matched = Comparison.Match(expectedKeys, givenKeys, SameInstrument, SameListItem);
        board.List("references").Add(matched.Count, expected.Length, given.Length);
        if (matched.Count != expected.Length || matched.Count != given.Length)
            wrong.Add($"references: missed={Left(expectedKeys, matched.Select(m => m.Gold))} extra={Left(givenKeys, matched.Select(m => m.Found))}");
        foreach (var (i, j) in matched)
        {
            JsonElement? date = Get(given[j], "date"), issuer = Get(given[j], "issuer");
            var right = Fold(Get(expected[i], "date")) == Fold(date);
            var tally = board.Scalar("reference.date");
            Count(tally, right, right, PythonText.IsTruthy(date));
            if (PythonText.IsTruthy(date) && !right && !review.Contains("references"))
                tally.Silent++;
            var similarity = Comparison.Similarity(Fold(Get(expected[i], "issuer")), Fold(issuer));
            Count(board.Scalar("reference.issuer"), similarity == 1, similarity >= 0.9, PythonText.IsTruthy(issuer));
        }
    }

    /// <summary>An instrument is its number, or the name of a law without one.</summary>
    internal static string Key(JsonElement reference)
    {
        var number = Get(reference, "number");
        var code = PythonText.IsTruthy(number) ? string.Concat(Fold(number).Where(c => !PythonText.IsSpace(c))).Replace('ð', 'đ') : "";
        var title = Get(reference, "title");
        return code.Length > 0 ? code : "title:" + Fold(PythonText.IsTruthy(title) ? title : Get(reference, "type"));
    }

    internal static double SameInstrument(string a, string b) =>
        a == b ? 1 : a.StartsWith("title:", StringComparison.Ordinal) ? Comparison.Similarity(a, b) : 0;

    private static void Count(Tally tally, bool right, bool near, bool given)
    {
        tally.Count++;
        tally.Right += right ? 1 : 0;
        tally.Near += near ? 1 : 0;
        tally.Given += given ? 1 : 0;
    }

    private static string Left(string[] items, IEnumerable<int> matched) =>
        PythonText.Repr(items.Where((_, index) => !matched.Contains(index)));
}
