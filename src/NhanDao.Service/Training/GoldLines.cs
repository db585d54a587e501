using System.Numerics;
using System.Text.Json;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Text;

namespace NhanDao.Service.Training;

/// <summary>
/// What the lines of a real letter may be, by its gold record: a line that holds words of the issuer is the issuer's, and so on.
/// Only what is nearly certain is settled; the rest may be anything that can stand there.
/// </summary>
internal sealed class GoldLines
{
    /// <summary>How much of a line may be misread for it still to be found in its value.</summary>
    private const double Misread = 0.25;

    /// <summary>With more than this misread a line is surely not the value's.</summary>
    private const double Unlike = 0.5;

    /// <summary>Letters and digits that a line must have to be recognised by them.</summary>
    private const int Recognisable = 5;

    /// <summary>The letterhead with title and subject ends within so many lines.</summary>
    private const int HeadLines = 48;

    private readonly DocumentText text;
    private readonly List<LineCue>[] cues;
    private readonly JsonElement gold;
    private readonly string[] keys;
    private readonly int[] allowed;
    private readonly int firstPage;

    private GoldLines(DocumentText text, List<LineCue>[] cues, JsonElement gold)
    {
        (this.text, this.cues, this.gold) = (text, cues, gold);
        keys = [.. text.Lines.Select(l => Key(text.LineText(l)))];
        allowed = new int[cues.Length];
        firstPage = text.Lines.IsEmpty ? 0 : text.Lines[0].Box.Page;
    }

    /// <summary>The labels that each line may have, a bit each.</summary>
    public static int[] Allowed(DocumentText text, List<LineCue>[] cues, JsonElement gold)
    {
        var lines = new GoldLines(text, cues, gold);
        lines.Settle();
        return lines.allowed;
    }

    private void Settle()
    {
        var head = Math.Min(HeadLines, Array.FindIndex(cues, c => c.Contains(LineCue.LaterPage)) is var later and >= 0 ? later : cues.Length);
        var dear = Array.FindIndex(cues, 0, head, c => c.Contains(LineCue.DearCue) || c.Contains(LineCue.TelegramCue));
        var (hasAddressees, untitled) = (Items("addressees").Length > 0, Text("documentType") == "công văn");
        if (!hasAddressees)
            dear = -1;
        var title = untitled ? -1 : Title(head);
        var body = FirstBody();
        var headEnd = dear >= 0 ? dear : title >= 0 ? Math.Min(title + 8, body) : Math.Min(head, body);
        Letterhead(headEnd, title >= 0 ? title : headEnd);
        var subject = Subject(title, headEnd);
        var last = dear >= 0 ? Addressees(dear, body) : Math.Max(subject, title);
        var foot = Foot(Math.Max(body, last + 1));
        Between(last + 1, Math.Max(body, last + 1), foot);
        Behind(foot);
        Open(headEnd, last, foot);
        RuleOut(headEnd);
    }

    private void Letterhead(int end, int title)
    {
        var issuer = Key(string.Join(' ', (string[])[Text("issuer", "parent"), Text("issuer", "name"), .. Items("coIssuers").Select(i => i.GetString() ?? "")]));
        var (symbol, place) = (Key(Text("number", "symbol")), Key(Text("place")));
        for (var i = 0; i < end; i++)
        {
            var has = cues[i];
            if (has.Contains(LineCue.StateMotto) || has.Contains(LineCue.PartyMotto) || has.Contains(LineCue.OrganisationMotto))
                Settle(i, LineLabel.Motto);
            if (has.Contains(LineCue.UpperCase) && issuer.Length > 0 && !has.Contains(LineCue.StateMotto) && FitsIn(keys[i], issuer, least: 4))
                allowed[i] |= i < title ? LineSample.Bit(LineLabel.Issuer) : LineSample.Bit(LineLabel.Body) | LineSample.Bit(LineLabel.Title); // «CHỦ TỊCH ỦY BAN …» above Căn cứ
            if (symbol.Length >= 3 && i < title && keys[i].Length < symbol.Length + 24 && !has.Contains(LineCue.SubjectCue) && FitsIn(symbol, keys[i], least: 3)
                && (has.Contains(LineCue.NumberHead) || has.Contains(LineCue.NumberSymbol)))
                Settle(i, LineLabel.Number);
            if (has.Contains(LineCue.PlaceAndDate) && (place.Length == 0 || FitsIn(place, keys[i], least: 3)) && keys[i].Length < place.Length + 36)
                Settle(i, LineLabel.PlaceDate);
            if (Text("marks", "urgency") is { Length: > 0 } urgency && FitsIn(keys[i], Key(urgency), least: 4))
                Settle(i, LineLabel.Mark);
        }
    }

    /// <summary>The line with the name of the type, in capitals; -1 when it is not found.</summary>
    private int Title(int end)
    {
        var type = Key(Text("documentType"));
        for (var i = 0; i < end; i++)
            if (cues[i].Contains(LineCue.UpperCase) && !cues[i].Contains(LineCue.EnactingWord) && type.Length > 3 && keys[i].Length >= type.Length - 1
                && Find(type, keys[i][..Math.Min(keys[i].Length, type.Length + 1)], least: 4) is not null)
            {
                Settle(i, LineLabel.Title);
                return i;
            }
        return -1;
    }

    /// <summary>The subject's lines, each further on in it than the one before; gives the last.</summary>
    private int Subject(int title, int end)
    {
        var subject = Key(Text("subject"));
        if (subject.Length == 0)
            return -1;
        var (last, at) = (-1, 0);
        for (var i = title + 1; i < end; i++)
        {
            if (allowed[i] != 0)
                continue;
            var key = WithoutCue(keys[i]);
            if (Find(key, subject[Math.Max(0, at - 3)..], least: 4) is not { } found)
                continue;
            Settle(i, LineLabel.Subject);
            (last, at) = (i, Math.Max(0, at - 3) + found);
            if (at >= subject.Length - 2)
                break;
        }
        return last;
    }

    private int Addressees(int dear, int end)
    {
        string[] items = [.. Items("addressees").Select(i => Key(i.GetString() ?? ""))];
        Settle(dear, LineLabel.Addressee);
        var last = dear;
        for (var i = dear + 1; i < Math.Min(dear + 40, Math.Max(end, dear + 1)) && i - last <= 3; i++)
            if (Array.Exists(items, item => FitsIn(keys[i], item, least: 4) || (item.Length >= 8 && keys[i].Length < 2 * item.Length && FitsIn(item, keys[i], least: 8))))
            {
                Settle(i, LineLabel.Addressee);
                last = i;
            }
        return last;
    }

    /// <summary>The first line that holds the beginning of a task or a citation of an instrument, behind the head.</summary>
    private int FirstBody()
    {
        string[] starts = [.. Items("tasks").Select(t => Key(Text(t, "starts"))).Where(s => s.Length >= 12)];
        string[] numbers = [.. Items("references").Select(r => Key(Text(r, "number"))).Where(n => n.Length >= 6)];
        var subject = Key(Text("subject"));
        for (var i = 8; i < keys.Length; i++)
            if (text.Lines[i].Part == PagePart.Plain && keys[i].Length > 40 && !FitsIn(WithoutCue(keys[i]), subject, least: 4)
                && (cues[i].Contains(LineCue.ReachesRight) || cues[i].Contains(LineCue.Paragraph))
                && (Array.Exists(starts, s => FitsIn(s[..12], keys[i], least: 12)) || Array.Exists(numbers, n => keys[i].Contains(n, StringComparison.Ordinal))))
                return i;
        return keys.Length;
    }

    /// <summary>Recipients and signers; gives the first line of the foot.</summary>
    private int Foot(int from)
    {
        string[] recipients = [.. Items("recipients").Select(r => Key(r.GetString() ?? ""))];
        var signers = Items("signers").SelectMany(s => ((string[])["authority", "position", "name"]).Select(p => Key(Text(s, p)))).Where(k => k.Length >= Recognisable).ToArray();
        var head = Array.FindIndex(cues, Math.Min(from, cues.Length), c => c.Contains(LineCue.RecipientHead));
        if (head < 0)
            head = Array.FindIndex(keys, Math.Min(from, cues.Length), key => key.Length < 60 && Array.Exists(recipients, r => r.Length >= Recognisable && FitsIn(key, r, Recognisable)));
        var first = cues.Length;
        if (head >= 0 && recipients.Length > 0)
        {
            Settle(head, LineLabel.Recipient);
            first = head;
            for (var (i, last) = (head + 1, head); i < keys.Length && i - last <= 6; i++)
                if (!cues[i].Contains(LineCue.UpperCase) && Array.Exists(recipients, item => FitsIn(keys[i], item, Recognisable) || (item.Length >= 6 && FitsIn(item, keys[i], least: 6) && keys[i].Length < 2 * item.Length)))
                {
                    Settle(i, LineLabel.Recipient);
                    last = i;
                }
        }
        for (var i = Math.Max(from, head < 0 ? 0 : head - 14); i < keys.Length; i++)
            if (keys[i].Length < 48 && (head < 0 || i < head + 60) && allowed[i] == 0 && (cues[i].Contains(LineCue.UpperCase) || !cues[i].Contains(LineCue.Numbered)) && !cues[i].Contains(LineCue.ContinuesAbove)
                && Array.Exists(signers, s => FitsIn(keys[i], s, least: 5) || (FitsIn(s, keys[i], least: 5) && keys[i].Length < s.Length + 12)))
            {
                Settle(i, LineLabel.Signature);
                first = Math.Min(first, i);
            }
        return first;
    }

    private void Between(int first, int body, int foot)
    {
        const int loose = 1 << (int)LineLabel.Body | 1 << (int)LineLabel.Noise | 1 << (int)LineLabel.Furniture | 1 << (int)LineLabel.ElectronicSignature
            | 1 << (int)LineLabel.Stamp | 1 << (int)LineLabel.Mark;
        for (var i = body; i < foot; i++)
            if (allowed[i] == 0)
                allowed[i] = cues[i].Contains(LineCue.ContinuesAbove) || (cues[i].Contains(LineCue.Long) && cues[i].Contains(LineCue.ReachesRight)) ? LineSample.Bit(LineLabel.Body) : loose;
        for (var i = first; i < Math.Min(body, foot); i++)
            if (allowed[i] == 0 && cues[i].Contains(LineCue.Long) && cues[i].Contains(LineCue.ReachesRight) && cues[i].Contains(LineCue.OneColumn))
                allowed[i] = LineSample.Bit(LineLabel.Body);
    }

    /// <summary>When signature and recipients are found, what stands on the pages after them is behind the letter's end.</summary>
    private void Behind(int foot)
    {
        var end = Array.FindLastIndex(allowed, a => a == LineSample.Bit(LineLabel.Recipient) || a == LineSample.Bit(LineLabel.Signature));
        if (end < 0 || !allowed.Contains(LineSample.Bit(LineLabel.Recipient)) || !allowed.Contains(LineSample.Bit(LineLabel.Signature)))
            return;
        for (var i = Math.Max(end, foot) + 1; i < allowed.Length; i++)
            if (text.Lines[i].Box.Page > text.Lines[end].Box.Page)
                allowed[i] = LineSample.Bit(LineLabel.Beyond) | LineSample.Bit(LineLabel.Noise) | LineSample.Bit(LineLabel.Furniture) | LineSample.Bit(LineLabel.ElectronicSignature);
    }

    /// <summary>A line of the head that is nothing like the issuer or the subject is not theirs.</summary>
    private void RuleOut(int headEnd)
    {
        var issuer = Key(string.Join(' ', (string[])[Text("issuer", "parent"), Text("issuer", "name"), .. Items("coIssuers").Select(i => i.GetString() ?? "")]));
        var subject = Key(Text("subject"));
        for (var i = 0; i < headEnd; i++)
        {
            if (BitOperations.PopCount((uint)allowed[i]) < 4 || keys[i].Length < 8)
                continue;
            if (Find(keys[i], issuer, 4, Unlike) is null)
                allowed[i] &= ~LineSample.Bit(LineLabel.Issuer);
            if (Find(WithoutCue(keys[i]), subject, 4, Unlike) is null)
                allowed[i] &= ~LineSample.Bit(LineLabel.Subject);
        }
    }

    /// <summary>What is not settled: no body in the head, no head behind it.</summary>
    private void Open(int headEnd, int last, int foot)
    {
        const int heads = 1 << (int)LineLabel.Motto | 1 << (int)LineLabel.Issuer | 1 << (int)LineLabel.Number | 1 << (int)LineLabel.PlaceDate | 1 << (int)LineLabel.Title;
        const int behind = 1 << (int)LineLabel.Recipient | 1 << (int)LineLabel.Signature | 1 << (int)LineLabel.Beyond;
        for (var i = 0; i < allowed.Length; i++)
            if (allowed[i] == 0)
                allowed[i] = i < headEnd && i <= last ? LineSample.Anything & ~(behind | LineSample.Bit(LineLabel.Body) | LineSample.Bit(LineLabel.Addressee))
                    : i < foot ? LineSample.Anything & ~(text.Lines[i].Box.Page == firstPage ? LineSample.Bit(LineLabel.Beyond) : heads)
                    : LineSample.Anything & ~heads;
    }

    private void Settle(int line, LineLabel label) => allowed[line] |= LineSample.Bit(label);

    private static string WithoutCue(string key) =>
        key.StartsWith("veviec", StringComparison.Ordinal) ? key[6..] : key.StartsWith("vv", StringComparison.Ordinal) || key.StartsWith("ve", StringComparison.Ordinal) ? key[2..] : key;

    private static bool FitsIn(string part, string whole, int least) => Find(part, whole, Math.Max(least, 1)) is not null;

    /// <summary>Where in <paramref name="whole"/> the best match of <paramref name="part"/> ends; null when none is near enough.</summary>
    private static int? Find(string part, string whole, int least, double misread = Misread)
    {
        if (part.Length < least || whole.Length == 0)
            return null;
        var row = new int[whole.Length + 1]; // a match may begin anywhere: the first row is 0
        for (var i = 1; i <= part.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= whole.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (part[i - 1] == whole[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        var best = row.Min();
        return best <= part.Length * misread ? Array.IndexOf(row, best) : null;
    }

    private static string Key(string printed) => string.Concat(Folding.Fold(printed).Where(char.IsLetterOrDigit));

    private string Text(params string[] path) => Text(gold, path);

    private static string Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return "";
        return element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
    }

    private JsonElement[] Items(string name) =>
        gold.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
}
