using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Pages;

/// <summary>The words that a digital signature prints on the page: «Ký bởi: … Cơ quan: … Thời gian ký: …».</summary>
internal static partial class SignatureBox
{
    public const string Source = "signature.printed";

    /// <summary>Boxes stand in layers of a few dozen words; of longer layers the start is enough, and keeps the search short.</summary>
    private const int MostWords = 400;

    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    private static readonly string[] TimeForms =
        ["d.M.yyyy H:mm:ss", "d/M/yyyy H:mm:ss", "d-M-yyyy H:mm:ss", "yyyy.M.d H:mm:ss", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss"];

    public static ImmutableArray<DigitalSignature> Read(ImmutableArray<PageWord> words)
    {
        var signatures = ImmutableArray.CreateBuilder<DigitalSignature>();
        var text = string.Join(' ', words.Take(MostWords).Select(w => w.Text)).Normalize();
        foreach (Match match in Box.Matches(text))
            signatures.Add(new(Value(match, "signer"), Value(match, "organisation"), Time(match), Source));
        return signatures.ToImmutable();
    }

    private static string? Value(Match match, string group) => match.Groups[group] is { Success: true, Value: var value } && value.Trim() is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? Time(Match match)
    {
        if (!DateTime.TryParseExact($"{match.Groups["date"].Value} {match.Groups["clock"].Value}", TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        var offset = match.Groups["offset"].Success
            && TimeSpan.TryParseExact(match.Groups["offset"].Value[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var printed)
            && printed.TotalHours <= 14
                ? match.Groups["offset"].Value[0] == '-' ? -printed : printed
                : Vietnam; // boxes without an offset show the signer's clock
        return new(time, offset);
    }

    /// <summary>«Ký bởi: Ủy ban nhân dân tỉnh X Cơ quan: Tỉnh X Ngày ký: 15-01-2025 17:10:17 +07:00», «Người ký: … Email: … Thời gian ký: …».</summary>
    [GeneratedRegex(@"(Ký bởi|Người ký|Signed by)\s?:\s?(?<signer>[^:]{0,200}?)\s?(Email\s?:\s?\S{0,80}\s?)?((Cơ quan|Tổ chức|Đơn vị)\s?:\s?(?<organisation>[^:]{0,200}?)\s?)?"
        + @"((Thời gian|Ngày|Giờ) ký|Date)\s?:\s?(?<date>\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\s(?<clock>\d{1,2}:\d{2}:\d{2})(\s(?<offset>[+-]\d{2}:\d{2}))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Box { get; }
}
