using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Fields;

/// <summary>Printed boxes of digital signatures: «Ký bởi: …», «Cơ quan: …», «Thời gian ký: …». Nothing is verified here.</summary>
internal static partial class SignatureBoxes
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 2000;

    private static readonly string[] TimeFormats =
    [
        "dd/MM/yyyy HH:mm:ss", "dd.MM.yyyy HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "dd-MM-yyyy HH:mm:ss", "d/M/yyyy HH:mm:ss",
        "dd/MM/yyyy", "dd.MM.yyyy", "yyyy-MM-dd",
    ];

    public static ImmutableArray<DigitalSignature> Read(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        var boxes = ImmutableArray.CreateBuilder<DigitalSignature>();
        var current = new DigitalSignature(null, null, null, "signature.printed");
        foreach (var line in lines.Where(l => l.Label == LineLabel.ElectronicSignature))
        {
            var printed = text.LineText(line.Line);
            var folded = Folding.Fold(printed);
            if (Signer.Match(folded) is { Success: true } signer)
            {
                if (current.Signer is not null)
                    boxes.Add(current);
                current = current with { Signer = Behind(printed, signer), Organisation = null, Time = null };
            }
            else if (Organisation.Match(folded) is { Success: true } organisation)
                current = current with { Organisation = Behind(printed, organisation) };
            if (Time.Match(printed) is { Success: true } time && TimeOf(time) is { } signed)
            {
                boxes.Add(current with { Time = signed });
                current = new(null, null, null, "signature.printed");
            }
        }
        if (current.Signer is not null || current.Organisation is not null)
            boxes.Add(current);
        return boxes.ToImmutable();
    }

    private static string? Behind(string printed, Match cue) =>
        printed[(cue.Index + cue.Length)..].Trim(' ', ':', '.', ';', ',') is { Length: > 1 } value ? value : null;

    private static DateTimeOffset? TimeOf(Match match)
    {
        var written = match.Groups["time"].Value;
        if (!DateTime.TryParseExact(written, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        var zone = TimeSpan.TryParseExact(match.Groups["zone"].ValueSpan, @"hh\:mm", CultureInfo.InvariantCulture, out var offset) ? offset : TimeSpan.FromHours(7);
        return new(time, zone);
    }

    /// <summary>Folded: «Ký bởi:», «Người ký:».</summary>
    [GeneratedRegex(@"\b(ky boi|nguoi ky|duoc ky boi)\s?:?", Options, Timeout)]
    private static partial Regex Signer { get; }

    /// <summary>Folded: «Cơ quan:», «Tổ chức:».</summary>
    [GeneratedRegex(@"\b(co quan|to chuc|don vi)\s?:", Options, Timeout)]
    private static partial Regex Organisation { get; }

    /// <summary>«04/02/2025 16:42:36», «16.01.2025 08:09:28 +07:00», «2025-09-16T14:37:50+07:00».</summary>
    [GeneratedRegex(@"(?<time>(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})([ T]\d{2}:\d{2}:\d{2})?)(\s?\+(?<zone>\d{2}:\d{2}))?", Options, Timeout)]
    private static partial Regex Time { get; }
}
