using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>A stamp of urgency or secrecy that stands at the left of a list and became the head of its line: «HỎA TỐC  Kính gửi: …», «KHẨN - Sở Y tế;».</summary>
internal static partial class MarkBeside
{
    /// <summary>Where the stamp stands; null when there is none.</summary>
    public static TextSpan? Find(DocumentText text, TextSpan line)
    {
        var mark = Mark.Match(Folding.Fold(text[line])).Groups["mark"];
        if (!mark.Success)
            return null;
        var span = new TextSpan(line.Start + mark.Index, mark.Length);
        foreach (var c in text[span])
            if (char.IsLower(c))
                return null; // «Khẩn …» in a sentence
        return span;
    }

    /// <summary>Folded: the words of the stamp before «Kính gửi», before the dash of an item, or alone.</summary>
    [GeneratedRegex(@"^[^a-z0-9]{0,6}(?<mark>hoa toc( hen gio)?|thuong khan|khan|toi mat|tuyet mat|mat)([^a-z0-9]{0,4}(\s[-+•*~]|\s{1,9}(dong )?k[il1]nh\b)|[^a-z0-9]{0,12}$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Mark { get; }
}
