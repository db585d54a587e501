namespace NhanDao.Parsing.Tests;

/// <summary>What is public is promised to callers; everything else may change on any day.</summary>
public class PublicSurfaceTests
{
    private static readonly string[] Promised =
    [
        "NhanDao.Parsing: LetterParser MissingToolException ParsingOptions ServiceCollectionExtensions ToolCheck UnreadableDocumentException UnreadableReason",
        "NhanDao.Parsing.Model: Assignee Candidate`1 Countdown DateInterval Deadline Diagnostic DigitalSignature Directive FieldStatus Field`1 Issuer Letter LetterNumber "
            + "LetterPart LetterText Marks Mention PageBox PageReading PartKind PartialDate ReadingMethod Reference ReferenceRelation Regime ReportingDuty Severity Signer Stamp TextSpan TextWord",
        "NhanDao.Parsing.Output: FlatIssuer FlatJson FlatMarks FlatNumber FlatRecord FlatReference FlatSigner FlatTask LetterJson LetterMarkdown ReviewList",
    ];

    [Fact]
    public void No_type_is_public_by_accident()
    {
        var exported = typeof(LetterParser).Assembly.GetExportedTypes()
            .GroupBy(t => t.Namespace!).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}: {string.Join(' ', g.Select(t => t.Name).Order(StringComparer.Ordinal))}");

        Assert.Equal(Promised, exported);
    }
}
