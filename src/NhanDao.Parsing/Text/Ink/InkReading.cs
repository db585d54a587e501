using System.Collections.Immutable;

namespace NhanDao.Parsing.Text.Ink;

/// <summary>Which slot of a letterhead ink was looked for in.</summary>
internal enum InkSlot
{
    /// <summary>Between «Số:» and the symbol.</summary>
    Number,

    /// <summary>Between «ngày» and «tháng».</summary>
    Day,
}

/// <summary>The digits that a slot of a page holds, by their shapes alone, whether written or printed.</summary>
/// <param name="Slot">Which slot.</param>
/// <param name="Candidates">Likely readings, best first.</param>
internal sealed record InkReading(InkSlot Slot, ImmutableArray<InkCandidate> Candidates);

/// <summary>One way to read the digits of a slot.</summary>
/// <param name="Digits">The digits.</param>
/// <param name="Probability">0–1: of all ways to cut and read the ink.</param>
internal readonly record struct InkCandidate(string Digits, double Probability);
