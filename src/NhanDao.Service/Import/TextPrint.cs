using System.Numerics;
using NhanDao.Parsing.Text;

namespace NhanDao.Service.Import;

/// <summary>
/// A fingerprint of a text in 64 bits (simhash of its folded groups of three words). Two readings of one letter, such as a scan and the file
/// that it was printed from, differ in few bits; letters that share a template differ in many.
/// </summary>
internal static class TextPrint
{
    /// <summary>Texts that differ in so many bits or fewer are reported as nearly the same.</summary>
    public const int MostDifferent = 3;

    private const int Group = 3;

    /// <summary>A text of fewer words says too little to be compared.</summary>
    private const int LeastWords = 30;

    /// <returns>Null for a text of too few words.</returns>
    public static long? Of(string text)
    {
        Span<int> weights = stackalloc int[64];
        Span<ulong> last = stackalloc ulong[Group];
        var words = 0;
        var hash = Basis;
        var inWord = false;
        foreach (var character in text.AsSpan())
        {
            if (char.IsLetterOrDigit(character))
            {
                hash = (hash ^ Folding.Fold(character)) * Prime;
                inWord = true;
            }
            else if (inWord)
                End(weights, last);
        }
        if (inWord)
            End(weights, last);
        if (words < LeastWords)
            return null;
        ulong print = 0;
        for (var bit = 0; bit < 64; bit++)
            if (weights[bit] > 0)
                print |= 1UL << bit;
        return (long)print;

        void End(Span<int> weights, Span<ulong> last)
        {
            last[words++ % Group] = hash;
            (hash, inWord) = (Basis, false);
            if (words < Group)
                return;
            var group = Mixed(last[words % Group] + BitOperations.RotateLeft(last[(words + 1) % Group], 21) + BitOperations.RotateLeft(last[(words + 2) % Group], 42));
            for (var bit = 0; bit < 64; bit++)
                weights[bit] += (group >> bit & 1) == 1 ? 1 : -1;
        }
    }

    public static int Difference(long a, long b) => BitOperations.PopCount((ulong)(a ^ b));

    private const ulong Basis = 14695981039346656037, Prime = 1099511628211; // FNV-1a

    /// <summary>Spreads every bit over all others (the finaliser of SplitMix64).</summary>
    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
