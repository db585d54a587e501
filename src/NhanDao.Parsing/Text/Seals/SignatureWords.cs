using System.Text.RegularExpressions;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Text.Seals;

/// <summary>Whether a line reads as one of a signature: authority, post or name.</summary>
internal static partial class SignatureWords
{
    public enum Holds
    {
        Nothing,
        Authority,
        Post,
        Name,
    }

    /// <summary>What the line holds and how well it is spelt: 3 by the lists, 2 but for marks or a letter, 1 in shape only.</summary>
    public static (Holds Kind, int Spelling) Judge(string line)
    {
        if (line.Length < 4)
            return default;
        if (Cue.Match(Folding.Fold(line)) is { Success: true } cue)
            return Post(line[cue.Length..]) is var post and > 0 ? (Holds.Authority, post)
                : BodyNames.Opens(line[cue.Length..]) ? (Holds.Authority, 3)
                : default;
        if (Post(line) is var spelling and > 0)
            return (Holds.Post, spelling);
        return line.Count(c => c == ' ') < 2 ? default
            : PersonNames.IsName(line) ? (Holds.Name, 3)
            : PersonNames.MayBeName(line) ? (Holds.Name, 2)
            : PersonNames.Mend(line) is not null ? (Holds.Name, 1)
            : default;
    }

    private static int Post(string line)
    {
        if (line.Length < 5 || !(OrdinaryCase.IsCapitals(line) || char.IsUpper(line[0])))
            return 0;
        if (Posts.Spelling.Nearest(line, line.Length >= 10 ? 2 : line.Length >= 7 ? 1 : 0, out var distance) is not { } post)
            return 0;
        return string.Equals(post, line, StringComparison.OrdinalIgnoreCase) ? 3 : distance == 0 ? 2 : 1;
    }

    /// <summary>«TM. », «KT.», «T/L » before capitals.</summary>
    [GeneratedRegex(@"^(t\s?m|k\s?t|t\s?l|tuq|q|t/m|k/t|t/l)\s?([.,:/]\s?|\s)(?=[a-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Cue { get; }
}
