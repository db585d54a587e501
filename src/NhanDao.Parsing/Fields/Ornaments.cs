namespace NhanDao.Parsing.Fields;

/// <summary>Rules, stars and dirt: print that holds no letter and no digit.</summary>
internal static class Ornaments
{
    /// <summary>Whether <paramref name="print"/> holds nothing to read.</summary>
    public static bool Only(ReadOnlySpan<char> print)
    {
        foreach (var c in print)
            if (char.IsLetterOrDigit(c))
                return false;
        return true;
    }
}
