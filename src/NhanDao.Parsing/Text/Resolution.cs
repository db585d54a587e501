namespace NhanDao.Parsing.Text;

/// <summary>When a part of a picture is enlarged before it is read again.</summary>
internal static class Resolution
{
    /// <summary>Below <see cref="Low"/> small print is read better enlarged to <see cref="Good"/>. Pixels per inch.</summary>
    private const double Low = 250, Good = 300;

    /// <summary>Enlarged no further than this; beyond, blur grows and nothing else.</summary>
    private const double MostEnlarged = 2;

    /// <summary>How many times larger; null where the resolution is good.</summary>
    public static double? Enlargement(double dpi) => dpi >= Low ? null : Math.Min(MostEnlarged, Good / dpi);
}
