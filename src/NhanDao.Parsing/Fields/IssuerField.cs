using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Parsing.Fields;

/// <summary>
/// Cơ quan ban hành: the lines at the upper left, in ordinary case. The lowest body issues, the one above it is its parent;
/// «SỞ Y TẾ - SỞ TÀI CHÍNH» issue together. What is not printed is inferred (<see cref="InferredIssuer"/>).
/// </summary>
internal static partial class IssuerField
{
    public static Field<Issuer> Read(DocumentText text, ImmutableArray<LabelledLine> lines, InferredIssuer.Evidence evidence, List<Diagnostic> problems)
    {
        var header = lines.Where(l => l.Label == LineLabel.Issuer && !Ornaments.Only(text[l.Span])).ToList();
        var bodies = Bodies(text, header);
        if (bodies.Count > 0)
            return Printed(text, bodies);

        if (FromTitle(text, lines) is { } titled)
            return titled;
        if (InferredIssuer.From(evidence) is { } inferred)
        {
            problems.Add(new("issuer.inferred", Severity.Note, "The header names no issuer; it was derived from signature, place and symbol.", inferred.Span));
            return inferred;
        }
        problems.Add(new("issuer.absent", Severity.Warning, "The issuer is neither printed nor can it be derived."));
        return Field<Issuer>.Absent with { Confidence = 0.5 };
    }

    private static Field<Issuer> Printed(DocumentText text, List<IssuerBody> bodies)
    {
        var last = bodies[^1];
        var together = last.Together();
        var parent = bodies.Count > 1 ? bodies[^2] : null;
        var span = TextSpan.FromBounds(bodies.Min(b => b.Span.Start), bodies.Max(b => b.Span.End));
        var confidence = Math.Min(last.Confidence, parent?.Confidence ?? 1);
        return text.Printed(new Issuer(together[0], parent?.Name) { CoIssuers = [.. together.Skip(1)] }, span, confidence, "issuer.header");
    }

    /// <summary>Lines to bodies: one that begins as a body's name does begins a new body; the others go on.</summary>
    private static List<IssuerBody> Bodies(DocumentText text, List<LabelledLine> header)
    {
        var groups = new List<List<TextSpan>>();
        foreach (var line in header)
        {
            var span = Trimmed(text, line.Span);
            if (span.Length < 2)
                continue;
            if (groups.Count == 0 || IssuerBody.Begins(text, groups[^1], span))
                groups.Add([span]);
            else
                groups[^1].Add(span);
        }
        return [.. groups.Select(g => IssuerBody.Of(text, g))];
    }

    /// <summary>«CHỈ THỊ CỦA ỦY BAN NHÂN DÂN TỈNH …», «QUYẾT ĐỊNH CỦA BỘ TRƯỞNG BỘ …»: the title names the issuer where the header is lost.</summary>
    private static Field<Issuer>? FromTitle(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        var title = JoinedLines.Labelled(text, lines, LineLabel.Title);
        var match = Of.Match(title.Folded);
        if (!match.Success)
            return null;
        var body = match.Groups["body"];
        var printed = title.Content.Substring(body.Index, body.Length).Trim();
        return text.At(FieldStatus.Inferred, new Issuer(OrdinaryCase.Of(printed)), title.SpanOf(body.Index, body.Index + body.Length), 0.85, "issuer.title");
    }

    private static TextSpan Trimmed(DocumentText text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && !char.IsLetter(text.Content[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(text.Content[end - 1]) && text.Content[end - 1] != ')')
            end--;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Folded: «chỉ thị của ủy ban nhân dân …», «quyết định của bộ trưởng bộ tài chính».</summary>
    [GeneratedRegex(@"\bcua\s((bo truong|chu tich|giam doc|thong doc|thu truong)\s(?=\S))?(?<body>(bo|uy ban|ubnd|hoi dong|so|chinh phu|thu tuong|ban|tinh uy|thanh uy|chu nhiem|ngan hang|tong)\b[^\d:;]{0,80}?)(?=$|\sso\s|\sve\s|\sngay\s|\sv/v)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Of { get; }
}
