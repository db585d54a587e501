using System.Globalization;
using System.Text;
using System.Text.Json;
using NhanDao.Parsing.Model;
using static NhanDao.Service.Evaluation.GoldValues;

namespace NhanDao.Service.Evaluation;

/// <summary>A slot that is mostly filled in by hand, held against its label.</summary>
/// <param name="Name">«number», «day».</param>
/// <param name="Expected">What the page holds by its label.</param>
/// <param name="Found">What the parser says that it holds.</param>
/// <param name="Verdict">What became of its value; null where it holds none.</param>
/// <param name="Reviewed">Whether the parser asks for a look at it.</param>
internal sealed record JudgedSlot(string Name, SlotContent Expected, SlotContent Found, Verdict? Verdict, bool Reviewed)
{
    /// <summary>The number and the day of a letter.</summary>
    public static IEnumerable<JudgedSlot> Of(JsonElement gold, Letter letter, IReadOnlyList<JudgedValue> values)
    {
        if (PythonText.IsTruthy(Get(gold, "number")))
            yield return new("number",
                PythonText.Str(Get(gold, "number.ordinal")) is null ? SlotContent.Blank : PythonText.IsTruthy(Get(gold, "number.handwritten")) ? SlotContent.Ink : SlotContent.Print,
                ContentOf(letter.Number.Status), VerdictOf("number.ordinal"), ReviewOf("number.ordinal"));
        if (PythonText.IsTruthy(Get(gold, "date")))
            yield return new("day",
                PythonText.IsTruthy(Get(gold, "dateHandwritten")) ? SlotContent.Ink : PythonText.Str(Get(gold, "date"))!.Length < 10 ? SlotContent.Blank : SlotContent.Print,
                ContentOf(letter.Date.Status), VerdictOf("date"), ReviewOf("date"));

        Verdict? VerdictOf(string field) => values.FirstOrDefault(v => v.Field == field)?.Verdict;
        bool ReviewOf(string field) => values.Any(v => v.Field == field && v.Reviewed);
    }

    private static SlotContent ContentOf(FieldStatus status) => status switch
    {
        FieldStatus.Handwritten => SlotContent.Ink,
        FieldStatus.Blank => SlotContent.Blank,
        FieldStatus.Present => SlotContent.Print,
        _ => SlotContent.Unknown,
    };
}

/// <summary>What a slot holds.</summary>
internal enum SlotContent
{
    Print,
    Ink,
    Blank,
    Unknown,
}

/// <summary>How well ink in slots is found and read.</summary>
/// <param name="slots">Slots held against their labels.</param>
internal sealed class SlotReport(IReadOnlyCollection<JudgedSlot> slots)
{
    public override string ToString()
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"{"ink in slots",-20}{"n",9}{"recall",9}{"precis.",9}{"read",9}{"silent",9}");
        foreach (var name in (string?[])["number", "day", null])
        {
            var some = slots.Where(s => name is null || s.Name == name).ToList();
            var ink = some.FindAll(s => s.Expected == SlotContent.Ink);
            var both = ink.Count(s => s.Found == SlotContent.Ink);
            var silent = ink.Count(s => s is { Verdict: Verdict.Wrong, Reviewed: false });
            table.AppendLine(CultureInfo.InvariantCulture,
                $"{name ?? "both",-20}{ink.Count,9}{Share(both, ink.Count),9}{Share(both, some.Count(s => s.Found == SlotContent.Ink)),9}{Share(ink.Count(s => s.Verdict == Verdict.Right), ink.Count),9}{Share(silent, ink.Count),9}");
        }
        return table.ToString();
    }

    private static string Share(int part, int whole) => whole == 0 ? "-" : PythonText.Fixed((double)part / whole, 3);
}
