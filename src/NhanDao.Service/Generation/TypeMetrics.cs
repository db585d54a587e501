namespace NhanDao.Service.Generation;

/// <summary>About how wide print in a Times-like face is: near enough to break lines and to place words.</summary>
internal static class TypeMetrics
{
    /// <summary>Width of <paramref name="text"/> at <paramref name="size"/>, in the unit of the size.</summary>
    public static double Width(ReadOnlySpan<char> text, double size, bool bold = false)
    {
        var em = 0.0;
        foreach (var c in text)
            em += Em(c);
        return em * size * (bold ? 1.06 : 1);
    }

    // Advance widths of Times by class, in em (Adobe's published font metrics, rounded).
    private static double Em(char c) => c switch
    {
        ' ' or '.' or ',' or 'i' or 'l' or 'j' or 't' or '/' or ';' or ':' or 'í' or 'ì' or 'ị' or 'ỉ' or 'ĩ' => 0.27,
        'm' or 'M' or 'W' => 0.85,
        '-' or '(' or ')' or 'I' or 's' or 'r' => 0.36,
        >= '0' and <= '9' => 0.5,
        _ when char.IsUpper(c) => 0.66,
        _ => 0.48,
    };
}
