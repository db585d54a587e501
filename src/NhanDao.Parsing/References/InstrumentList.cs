using System.Globalization;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.References;

/// <summary>The user's own list of instruments: tab-separated number, date, issuer, title; lines that begin with # are left out.</summary>
internal static class InstrumentList
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    /// <param name="name">As witnesses name it.</param>
    /// <param name="lines">Its lines.</param>
    /// <exception cref="FormatException">A line is no instrument; the message names it.</exception>
    public static IEnumerable<Witness> Read(string name, IEnumerable<string> lines)
    {
        var at = 0;
        foreach (var line in lines)
        {
            at++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
                continue;
            var cells = line.Normalize().Split('\t').Select(c => c.Trim()).ToArray();
            if (at == 1 && !cells[0].Any(char.IsAsciiDigit))
                continue; // the names of the columns
            var number = cells[0].Replace(" ", "", StringComparison.Ordinal);
            if (InstrumentKey.Of(number) is null)
                throw new FormatException($"{name}, line {at.ToString(CultureInfo.InvariantCulture)}: '{cells[0]}' is no number of an instrument, such as 44-KL/TW.");
            var date = Cell(1) is { } written ? DateOf(written) ?? throw new FormatException(
                $"{name}, line {at.ToString(CultureInfo.InvariantCulture)}: '{written}' is no date; write 2022-11-14 or 14/11/2022.") : null;
            yield return new(WitnessKind.Supplied, $"{name}:{at.ToString(CultureInfo.InvariantCulture)}", TypeOf(number), number, Cell(3), date, Cell(2),
                InstrumentKey.IsCentral(number, Cell(2)) ? "" : Provinces.In(Cell(2)));

            string? Cell(int column) => column < cells.Length && cells[column].Length > 0 ? cells[column] : null;
        }
    }

    private static PartialDate? DateOf(string text) =>
        DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? PartialDate.Of(day)
        : text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? new(year) : null;

    private static string? TypeOf(string number) => InstrumentKey.Parts(number).Select(InstrumentTypes.OfCode).FirstOrDefault(t => t is not null);
}
