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
        var header = Header(text, lines);
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

    /// <summary>
    /// The issuer lines of the letterhead. On a page the issuer stands level with the motto or below: what is printed above
    /// both is a stamp or the box of an electronic signature.
    /// </summary>
    private static List<LabelledLine> Header(DocumentText text, ImmutableArray<LabelledLine> lines)
    {
        var all = lines.Where(l => l.Label == LineLabel.Issuer && !Ornaments.Only(text[l.Span])).ToList();
        var mottos = lines.Where(l => l.Label == LineLabel.Motto && IsMotto(text[l.Span])).ToList();
        if (mottos.Count == 0 || text.Text.Locate(mottos[0].Span).IsEmpty)
            return all;
        var motto = mottos[0].Line.Box;
        var level = all.Where(l => l.Line.Box.Page == motto.Page && l.Line.Box.Bottom > motto.Top).ToList();
        return level.Count > 0 ? level : all;
    }

    private static bool IsMotto(ReadOnlySpan<char> line) =>
        Folding.Fold(line) is var folded && (folded.Contains("hoi chu nghia", StringComparison.Ordinal) || folded.Contains("cong san viet", StringComparison.Ordinal));

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
            if (span.Length < 2 || IsAddress(text[span]))
                continue;
            if (groups.Count == 0 || IssuerBody.Begins(text, groups[^1], span))
                groups.Add([span]);
            else
                groups[^1].Add(span);
        }
        // What stands above the first body and opens none is dirt or a stamp.
        var first = groups.FindIndex(g => IssuerBody.IsBody(text, g));
        return [.. groups.Skip(Math.Max(first, 0)).Select(g => IssuerBody.Of(text, g))];
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
        return WithoutDirt(text, TextSpan.FromBounds(start, end));
    }

    /// <summary>Takes a first word off that the engine gives no trust and behind which a body's name begins.</summary>
    private static TextSpan WithoutDirt(DocumentText text, TextSpan span)
    {
        var space = text.Content.IndexOf(' ', span.Start, span.Length);
        if (space < 0 || text.OcrConfidence(TextSpan.FromBounds(span.Start, space)) > 0.6)
            return span;
        var rest = TextSpan.FromBounds(space + 1, span.End);
        var whole = text.Content.Substring(span.Start, span.Length);
        return !BodyNames.Opens(whole) && BodyNames.Opens(text.Content.Substring(rest.Start, rest.Length)) ? rest : span;
    }

    /// <summary>Mail and web addresses of a signature box.</summary>
    private static bool IsAddress(ReadOnlySpan<char> line) => line.Contains('@') || line.Contains(".vn", StringComparison.Ordinal);

    /// <summary>Folded: «chỉ thị của ủy ban nhân dân …», «quyết định của bộ trưởng bộ tài chính».</summary>
    [GeneratedRegex(@"\bcua\s((bo truong|chu tich|giam doc|thong doc|thu truong)\s(?=\S))?(?<body>(bo|uy ban|ubnd|hoi dong|so|chinh phu|thu tuong|ban|tinh uy|thanh uy|chu nhiem|ngan hang|tong)\b[^\d:;]{0,80}?)(?=$|\sso\s|\sve\s|\sngay\s|\sv/v)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Of { get; }
}
