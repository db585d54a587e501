using System.Text;

namespace NhanDao.Benchmarks.Hostile;

/// <summary>Spoils bytes as accidents and attackers do. The same random numbers give the same bytes.</summary>
internal static class Mutation
{
    private static readonly string[] Numbers = ["0", "-1", "1", "255", "256", "65535", "65536", "2147483647", "2147483648", "-2147483648", "4294967295", "99999999999999999999"];

    /// <param name="random">Where all choices come from.</param>
    /// <param name="bytes">A sound file; left as it is.</param>
    /// <param name="other">Another of its kind, to splice with.</param>
    /// <param name="tokens">What means something in files of this kind.</param>
    public static byte[] Apply(Random random, byte[] bytes, byte[] other, IReadOnlyList<string> tokens)
    {
        List<byte> spoilt = [.. bytes];
        for (var steps = 1 + random.Next(random.Next(4) == 0 ? 12 : 3); steps > 0 && spoilt.Count > 0; steps--)
            Step(random, spoilt, other, tokens);
        return [.. spoilt];
    }

    private static void Step(Random random, List<byte> bytes, byte[] other, IReadOnlyList<string> tokens)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(bytes.Count - at, 1 + random.Next(1 << random.Next(12)));
        switch (random.Next(11))
        {
            case 0: // bits
                for (var flips = 1 + random.Next(64); flips > 0; flips--)
                    bytes[random.Next(bytes.Count)] ^= (byte)(1 << random.Next(8));
                break;
            case 1: // a run of one byte, or of noise
                var fill = random.Next(3) switch { 0 => 0, 1 => 0xFF, _ => -1 };
                for (var i = at; i < at + length; i++)
                    bytes[i] = (byte)(fill < 0 ? random.Next(256) : fill);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                break;
            case 4: // cut off
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5: // the head of one, the tail of another
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(other.Skip(random.Next(other.Length)));
                break;
            case 6 or 7: // a number as it should not be
                if (NumberFrom(bytes, at) is var (start, digits) && digits > 0)
                {
                    bytes.RemoveRange(start, digits);
                    bytes.InsertRange(start, Encoding.ASCII.GetBytes(Numbers[random.Next(Numbers.Length)]));
                }
                break;
            case 8 or 9:
                if (tokens.Count > 0)
                {
                    var token = Encoding.UTF8.GetBytes(tokens[random.Next(tokens.Count)]);
                    for (var times = random.Next(8) == 0 ? random.Next(2000) : 1; times > 0; times--)
                        bytes.InsertRange(at, token);
                }
                break;
            default: // a big-endian or little-endian length
                for (var i = at; i < Math.Min(at + 4, bytes.Count); i++)
                    bytes[i] = (byte)(random.Next(2) == 0 ? 0xFF : 0x7F);
                break;
        }
    }

    private static (int Start, int Length) NumberFrom(List<byte> bytes, int at)
    {
        while (at < bytes.Count && bytes[at] is < (byte)'0' or > (byte)'9')
            at++;
        var start = at;
        while (at < bytes.Count && bytes[at] is >= (byte)'0' and <= (byte)'9')
            at++;
        return (start, at - start);
    }
}
