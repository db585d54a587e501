namespace NhanDao.Parsing.Model;

/// <summary>A rectangle on a page. Unit: 1/72 inch. Origin: the page's top left corner, y grows downward.</summary>
/// <param name="Page">Page number in the file, from 1.</param>
/// <param name="Left">Distance from the page's left edge.</param>
/// <param name="Top">Distance from the page's top edge.</param>
/// <param name="Width">Width of the rectangle.</param>
/// <param name="Height">Height of the rectangle.</param>
public readonly record struct PageBox(int Page, double Left, double Top, double Width, double Height)
{
    /// <summary>Distance of the right side from the page's left edge.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double Right => Left + Width;

    /// <summary>Distance of the lower side from the page's top edge.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double Bottom => Top + Height;

    /// <summary>The smallest rectangle that holds both; both must be on one page.</summary>
    public PageBox Union(PageBox other)
    {
        var left = Math.Min(Left, other.Left);
        var top = Math.Min(Top, other.Top);
        return new(Page, left, top, Math.Max(Right, other.Right) - left, Math.Max(Bottom, other.Bottom) - top);
    }
}
