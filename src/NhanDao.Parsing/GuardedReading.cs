using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing;

/// <summary>
/// Reads the parts of a letter one by one. A part whose patterns run out of time is left out with a warning
/// («number.gaveUp»), and the others are read on: one spoilt line must not lose the letter.
/// </summary>
internal sealed class GuardedReading(List<Diagnostic> problems)
{
    public Field<T> Field<T>(string part, Func<Field<T>> read)
        where T : class => Value(part, read, new() { Status = FieldStatus.Unreadable, Confidence = 0 });

    public ImmutableArray<T> List<T>(string part, Func<ImmutableArray<T>> read) => Value(part, read, []);

    /// <param name="part">First word of the diagnostic's code.</param>
    /// <param name="read">The reader.</param>
    /// <param name="without">What stands for the part when it cannot be read.</param>
    public T Value<T>(string part, Func<T> read, T without)
    {
        try
        {
            return read();
        }
        catch (RegexMatchTimeoutException)
        {
            problems.Add(new($"{part}.gaveUp", Severity.Warning, "The text is so unusual that reading this part took too long: it was left out."));
            return without;
        }
    }
}
