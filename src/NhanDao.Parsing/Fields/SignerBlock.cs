using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;
using static NhanDao.Parsing.Fields.SignatureLine.Holds;

namespace NhanDao.Parsing.Fields;

/// <summary>One column of a signature: authority lines, post, name, from top to bottom.</summary>
internal sealed class SignerBlock(DocumentText text)
{
    private readonly List<SignatureLine> authority = [];
    private readonly List<SignatureLine> post = [];
    private SignatureLine? name;

    /// <summary>Whether the block holds lines that cannot be read: a seal or ink may hide a post or a name.</summary>
    private bool isDisturbed;

    /// <summary>Signers of the lines of one column, in order.</summary>
    public static IEnumerable<Signer> Read(DocumentText text, IEnumerable<LabelledLine> column)
    {
        var block = new SignerBlock(text);
        foreach (var line in column.Select(l => SignatureLine.Read(text, l.Span)))
        {
            if (block.name is not null && line.Kind is (Authority or Post))
            {
                yield return block.Signer();
                block = new(text);
            }
            block.Take(line);
        }
        if (block.authority.Count + block.post.Count > 0 || block.name is not null)
            yield return block.Signer();
    }

    private void Take(SignatureLine line)
    {
        switch (line.Kind)
        {
            case Authority:
                authority.Add(line);
                break;
            case Post when post.Count == 1 && IsDeputyOf(line.Value, post[0].Value):
                // A deputy's stamp over the head's printed post: the «KT.» before it is written by hand.
                authority.Add(post[0] with { Value = "KT. " + post[0].Value, Confidence = Math.Min(0.7, post[0].Confidence) });
                post[0] = line;
                break;
            case Post when post.Count == 0 || !SameKey(post[^1].Value, line.Value):
                post.Add(line);
                break;
            case Continuation when post.Count == 0 && authority.Count > 0: // «TM. ỦY BAN NHÂN DÂN ⏎ TỈNH …»
                authority.Add(line);
                break;
            case Continuation when post.Count > 0 && name is null && BodyNames.Opens(line.Value): // «VỤ TRƯỞNG ⏎ VỤ PHÁP CHẾ»
                post.Add(line);
                break;
            case Name when name is null || name.Confidence < line.Confidence:
                name = line;
                break;
            case Nothing:
                isDisturbed |= line.Value.Count(char.IsLetter) > 2;
                break;
        }
    }

    private Signer Signer() => new()
    {
        Authority = authority.Count == 0 ? Missing("signer.authority") : Joined(authority, "signer.authority"),
        Position = Position(),
        Name = name is null ? Missing("signer.name") : text.Printed(name.Value, name.Span, name.Confidence, "signer.name"),
    };

    /// <summary>
    /// Who signs «KT. CHỦ TỊCH» is a deputy: where the seal hides the post or its «PHÓ», the post follows from the authority.
    /// </summary>
    private Field<string> Position()
    {
        var head = authority.Count > 0 && authority[^1].Value.StartsWith("KT. ", StringComparison.Ordinal) ? authority[^1].Value[4..] : null;
        if (head is null || (post.Count > 0 && !SameKey(post[0].Value, head)) || Posts.DeputyOf(head) is not { } deputy)
            return post.Count == 0 ? Missing("signer.position", isExpected: true) : Joined(post, "signer.position");
        return text.At(FieldStatus.Inferred, deputy, authority[^1].Span, Math.Min(0.75, authority[^1].Confidence), "signer.authority");
    }

    private Field<string> Joined(List<SignatureLine> lines, string source) => text.Printed(
        string.Join(' ', lines.Select(l => l.Value)),
        TextSpan.FromBounds(lines.Min(l => l.Span.Start), lines.Max(l => l.Span.End)),
        Math.Min(lines.Min(l => l.Confidence), isDisturbed ? 0.75 : 1),
        source);

    /// <summary>What was not read: hidden, where the block is disturbed; a post stands in every signature, so on a scan it is hidden, too.</summary>
    private Field<string> Missing(string source, bool isExpected = false) => isDisturbed || (isExpected && name is not null && Surety.IsOcr(text, name.Span))
        ? Field<string>.Absent with { Status = FieldStatus.Unreadable, Confidence = 0.3, Source = source }
        : Field<string>.Absent;

    private static bool IsDeputyOf(string deputy, string head) => WordList.Key(deputy) == "pho" + WordList.Key(head);

    private static bool SameKey(string a, string b) => WordList.Key(a) == WordList.Key(b);
}
