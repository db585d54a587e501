namespace NhanDao.Parsing.Fields;

/// <summary>Whether what was read of a handwritten day agrees with the day of the digital signature: two weak witnesses that say the same.</summary>
internal static class SignedDay
{
    /// <summary>
    /// True when the last digit read is the last digit of <paramref name="day"/> and no other digit read contradicts it:
    /// «{5» agrees with 15, «04» with 4; «899» and «ø†» with none.
    /// </summary>
    public static bool Agrees(string figures, int day)
    {
        var read = figures.Trim();
        if (read.Length is 0 or > 3 || !char.IsAsciiDigit(read[^1]) || read[^1] - '0' != day % 10)
            return false;
        return read.Length < 2 || !char.IsAsciiDigit(read[^2]) || read[^2] - '0' == day / 10;
    }
}
