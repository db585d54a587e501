using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NhanDao.Service.Evaluation;

/// <summary>Full Unicode case folding, as Python's <c>str.casefold</c>; .NET has only the simple, one-to-one kind.</summary>
internal static class CaseFolding
{
    /// <summary>Every character whose full folding is not its invariant lower case, followed by its folding (Unicode CaseFolding.txt).</summary>
    private const string Rows =
        "µμ ßss İi\u0307 ŉʼn ſs ǰj\u030c \u0345ι ΐι\u0308\u0301 ΰυ\u0308\u0301 ςσ ϐβ ϑθ ϕφ ϖπ ϰκ ϱρ ϵε ևեւ ᲀв ᲁд ᲂо ᲃс " +
        "ᲄт ᲅт ᲆъ ᲇѣ ᲈꙋ ẖh\u0331 ẗt\u0308 ẘw\u030a ẙy\u030a ẚaʾ ẛṡ ẞss ὐυ\u0313 ὒυ\u0313\u0300 ὔυ\u0313\u0301 " +
        "ὖυ\u0313\u0342 ᾀἀι ᾁἁι ᾂἂι ᾃἃι ᾄἄι ᾅἅι ᾆἆι ᾇἇι ᾈἀι ᾉἁι ᾊἂι ᾋἃι ᾌἄι ᾍἅι ᾎἆι ᾏἇι ᾐἠι ᾑἡι ᾒἢι ᾓἣι ᾔἤι ᾕἥι ᾖἦι ᾗἧι " +
        "ᾘἠι ᾙἡι ᾚἢι ᾛἣι ᾜἤι ᾝἥι ᾞἦι ᾟἧι ᾠὠι ᾡὡι ᾢὢι ᾣὣι ᾤὤι ᾥὥι ᾦὦι ᾧὧι ᾨὠι ᾩὡι ᾪὢι ᾫὣι ᾬὤι ᾭὥι ᾮὦι ᾯὧι ᾲὰι ᾳαι ᾴάι " +
        "ᾶα\u0342 ᾷα\u0342ι ᾼαι ιι ῂὴι ῃηι ῄήι ῆη\u0342 ῇη\u0342ι ῌηι ῒι\u0308\u0300 ΐι\u0308\u0301 ῖι\u0342 " +
        "ῗι\u0308\u0342 ῢυ\u0308\u0300 ΰυ\u0308\u0301 ῤρ\u0313 ῦυ\u0342 ῧυ\u0308\u0342 ῲὼι ῳωι ῴώι ῶω\u0342 ῷω\u0342ι " +
        "ῼωι ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst ﬓմն ﬔմե ﬕմի ﬖվն ﬗմխ";

    private static readonly FrozenDictionary<Rune, string> Special = Rows.Split(' ').ToFrozenDictionary(
        row => Rune.GetRuneAt(row, 0), row => row[Rune.GetRuneAt(row, 0).Utf16SequenceLength..]);

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            _ = Special.TryGetValue(rune, out var special) ? folded.Append(special) : folded.Append(Simple(rune));
        return folded.ToString();
    }

    // Cherokee alone folds to its capitals, which are the older letters.
    private static Rune Simple(Rune rune) => rune.Value switch
    {
        >= 0x13A0 and <= 0x13F5 => rune,
        >= 0x13F8 and <= 0x13FD => new(rune.Value - 8),
        >= 0xAB70 and <= 0xABBF => new(rune.Value - 0xAB70 + 0x13A0),
        _ => Rune.ToLower(rune, CultureInfo.InvariantCulture),
    };
}
