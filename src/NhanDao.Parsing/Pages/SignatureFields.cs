using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Pages;

/// <summary>Digital signature fields of a PDF as facts: who and when, as stated. Nothing is verified.</summary>
internal static class SignatureFields
{
    public const string Source = "signature.field";

    /// <summary>Vietnamese time, in which signers work.</summary>
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>How far the time in a signature may lie from the one stated beside it and still be the same.</summary>
    private static readonly TimeSpan Close = TimeSpan.FromMinutes(5);

    /// <summary>Whether the file has a signature: signing writes a «/ByteRange» that cannot be compressed.</summary>
    public static bool Exist(string path) => Occurrences(path, "/ByteRange"u8.ToArray(), 0).Any();

    /// <summary>Reads what pdfsig prints, run in UTC.</summary>
    /// <param name="output">Lines such as «  - Signing Time: Jan 16 2025 00:46:10».</param>
    /// <param name="stated">The times beside the signatures, see <see cref="StatedTimes"/>.</param>
    public static ImmutableArray<DigitalSignature> Read(string output, ImmutableArray<DateTimeOffset> stated)
    {
        var signatures = ImmutableArray.CreateBuilder<DigitalSignature>();
        string? signer = null, organisation = null;
        DateTimeOffset? time = null;
        var any = false;
        foreach (var line in output.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("Signature #", StringComparison.Ordinal))
            {
                Add();
                any = true;
            }
            else if (After(line, "- Signer Certificate Common Name: ") is { } name)
                signer = name;
            else if (After(line, "- Signer full Distinguished Name: ") is { } distinguished)
                organisation = Part(distinguished, "O=");
            else if (After(line, "- Signing Time: ") is { } printed)
                time = Time(printed, stated);
        }
        Add();
        return signatures.ToImmutable();

        void Add()
        {
            if (any && !(signer is null && organisation is null && time is null))
                signatures.Add(new(signer, organisation, time, Source));
            (signer, organisation, time) = (null, null, null);
        }
    }

    /// <summary>The times that stand beside signatures with their offset: «/M(D:20250116074610+07'00')».</summary>
    public static ImmutableArray<DateTimeOffset> StatedTimes(string path)
    {
        var times = ImmutableArray.CreateBuilder<DateTimeOffset>();
        foreach (var text in Occurrences(path, "/M"u8.ToArray(), 32))
        {
            var date = text.TrimStart();
            if (date.StartsWith("(D:", StringComparison.Ordinal) && date.IndexOf(')') is > 0 and var end
                && DateTimeOffset.TryParseExact(date[3..end].Replace("'", "", StringComparison.Ordinal), ["yyyyMMddHHmmsszzz", "yyyyMMddHHmmss'Z'"],
                    CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                times.Add(time);
        }
        return times.ToImmutable();
    }

    /// <summary>
    /// pdfsig gives some times in UTC and others as the signer's clock showed them, without saying which. The time stated beside
    /// the signature tells; where none is near by either reading, the time counts as UTC.
    /// </summary>
    private static DateTimeOffset? Time(string printed, ImmutableArray<DateTimeOffset> stated)
    {
        if (!DateTime.TryParseExact(printed, "MMM dd yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return null;
        var utc = new DateTimeOffset(clock, TimeSpan.Zero);
        var near = stated.Select(time => (Time: time, Distance: Least((time - utc).Duration(), (time.DateTime - clock).Duration())))
            .Where(time => time.Distance <= Close)
            .OrderBy(time => time.Distance)
            .ToArray();
        return (near is [var nearest, ..] ? nearest.Time : utc).ToOffset(Vietnam);

        static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
    }

    private static string? After(string line, string cue) =>
        line.StartsWith(cue, StringComparison.Ordinal) && line[cue.Length..].Trim() is { Length: > 0 } value ? value : null;

    /// <summary>A part of a distinguished name («CN=…,O=…,C=VN»); a comma inside a value is escaped.</summary>
    private static string? Part(string name, string cue)
    {
        var start = name.StartsWith(cue, StringComparison.Ordinal) ? 0 : name.IndexOf("," + cue, StringComparison.Ordinal) + 1;
        if (start == 0 && !name.StartsWith(cue, StringComparison.Ordinal))
            return null;
        var value = new StringBuilder();
        for (var i = start + cue.Length; i < name.Length && name[i] != ','; i++)
            value.Append(name[i] == '\\' && i + 1 < name.Length ? name[++i] : name[i]);
        return value.Length == 0 ? null : value.ToString().Trim('"', ' ');
    }

    /// <summary>What follows each occurrence of <paramref name="cue"/> in the file, which is read once, a piece at a time.</summary>
    private static IEnumerable<string> Occurrences(string path, byte[] cue, int following)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[128 * 1024];
        var held = 0;
        for (int read; (read = file.Read(buffer, held, buffer.Length - held)) > 0;)
        {
            var length = held + read;
            var from = 0;
            for (int at; (at = buffer.AsSpan(from, length - from).IndexOf(cue)) >= 0 && from + at + cue.Length + following <= length; from += at + cue.Length)
                yield return Encoding.Latin1.GetString(buffer, from + at + cue.Length, following);
            held = Math.Min(length - from, cue.Length + following);
            buffer.AsSpan(length - held, held).CopyTo(buffer);
        }
    }
}
