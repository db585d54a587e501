using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NhanDao.Parsing.Text;

/// <summary>
/// Whether letters can spell one Vietnamese syllable: onset (phụ âm đầu), rime (vần), at most one tone (thanh), and only
/// sắc or nặng before a final c, ch, p, t. Says nothing about meaning. «hòa» and «hoà» both pass; so do capitals.
/// </summary>
internal static class VietnameseSyllable
{
    private const int Longest = 7; // «nghiêng»
    private const int LastLetter = 0x1EF9;

    private static readonly FrozenSet<string> Onsets = Words("""
        b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x
        """);

    private static readonly FrozenSet<string> Rimes = Words("""
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
        i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu
        ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
        y ych yên yêm yêng yêt yêu yn ynh yp yt
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Onset = Onsets.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Rime = Rimes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Per character: the lower-case letter without its tone, '\0' when it is no Vietnamese letter.</summary>
    private static readonly char[] Letter = new char[LastLetter + 1];

    private static readonly Tone[] Mark = new Tone[LastLetter + 1];

    private enum Tone : byte { Level, Grave, Acute, Hook, Tilde, Dot }

    static VietnameseSyllable()
    {
        foreach (var letter in "abcdđeghiklmnopqrstuvxyăâêôơư")
            foreach (var tone in "\0\u0300\u0301\u0309\u0303\u0323")
            {
                var marked = tone == '\0' ? letter.ToString() : $"{letter}{tone}".Normalize(NormalizationForm.FormC);
                if (marked.Length != 1)
                    continue;
                foreach (var character in new[] { marked[0], char.ToUpper(marked[0], CultureInfo.InvariantCulture) })
                {
                    Letter[character] = letter;
                    Mark[character] = (Tone)"\0\u0300\u0301\u0309\u0303\u0323".IndexOf(tone);
                }
            }
    }

    /// <summary>Whether <paramref name="word"/> (NFC, letters only) spells one syllable.</summary>
    public static bool IsValid(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > Longest)
            return false;

        Span<char> letters = stackalloc char[Longest];
        var tone = Tone.Level;
        for (var i = 0; i < word.Length; i++)
        {
            var character = word[i];
            if (character > LastLetter || Letter[character] is var letter && letter == '\0')
                return false;
            letters[i] = letter;
            if (Mark[character] == Tone.Level)
                continue;
            if (tone != Tone.Level || IsConsonant(letter))
                return false;
            tone = Mark[character];
        }
        return IsSpelled(letters[..word.Length], tone);
    }

    /// <summary>The share of <paramref name="words"/> that are syllables; words without letters do not count. 1 when none has letters.</summary>
    public static double Share(IEnumerable<string> words)
    {
        int valid = 0, all = 0;
        foreach (var word in words)
        {
            var letters = Trim(word);
            if (letters.IsEmpty)
                continue;
            all++;
            if (IsValid(letters))
                valid++;
        }
        return all == 0 ? 1 : (double)valid / all;
    }

    /// <summary>The word without what is printed around it: «(Sở» and «Sở,» are «Sở».</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> word)
    {
        int start = 0, end = word.Length;
        while (start < end && !char.IsLetter(word[start]))
            start++;
        while (end > start && !char.IsLetter(word[end - 1]))
            end--;
        return word[start..end];
    }

    private static bool IsSpelled(ReadOnlySpan<char> letters, Tone tone)
    {
        if (IsRime(letters, tone))
            return true;
        for (var cut = Math.Min(3, letters.Length - 1); cut > 0; cut--)
            if (Onset.Contains(letters[..cut]) && Agree(letters[..cut], letters[cut..]) && IsRime(letters[cut..], tone))
                return true;
        return false;
    }

    private static bool IsRime(ReadOnlySpan<char> rime, Tone tone) =>
        Rime.Contains(rime) && (tone is Tone.Acute or Tone.Dot || !EndsInStop(rime));

    private static bool EndsInStop(ReadOnlySpan<char> rime) => rime[^1] is 'c' or 'p' or 't' || rime.EndsWith("ch");

    /// <summary>«k», «gh», «ngh» before i, e, ê, y; «c», «ng» before the others («gì» keeps a plain «g»).</summary>
    private static bool Agree(ReadOnlySpan<char> onset, ReadOnlySpan<char> rime) => onset switch
    {
        "k" or "gh" or "ngh" => rime[0] is 'i' or 'e' or 'ê' or 'y',
        "c" or "ng" => rime[0] is not ('i' or 'e' or 'ê' or 'y'),
        "g" => rime[0] is not ('e' or 'ê' or 'y'),
        _ => true,
    };

    private static bool IsConsonant(char letter) => letter is not ('a' or 'ă' or 'â' or 'e' or 'ê' or 'i' or 'o' or 'ô' or 'ơ' or 'u' or 'ư' or 'y');

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
