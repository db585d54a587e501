using System.Collections.Immutable;
using NhanDao.Parsing.Fields.Trust;
using NhanDao.Parsing.Model;

namespace NhanDao.Parsing.Tests.Fields.Trust;

public class TrustModelTests
{
    private static readonly ImmutableArray<double> None = [.. Evidence.Names.Select(_ => 0.0)];

    public static TheoryData<string> Families =>
    [
        "documentType", "issuer", "number", "number.ink", "number.symbol", "place", "date", "date.ink", "date.part", "subject", "addressee", "recipient",
        "authority", "position", "signer", "mark", "directive", "lead", "cooperator", "deadline", "reference", "referenceDate", "never seen",
    ];

    [Theory, MemberData(nameof(Families))]
    public void More_evidence_makes_nothing_less_sure(string family)
    {
        foreach (var ocr in (bool[])[true, false])
            for (var i = 0; i < None.Length; i++)
                Assert.True(TrustModel.Default.Weigh(new(family, ocr, None.SetItem(i, 2))) >= TrustModel.Default.Weigh(new(family, ocr, None.SetItem(i, -2))));
    }

    [Theory, MemberData(nameof(Families))]
    public void Nothing_is_certain(string family)
    {
        foreach (var ocr in (bool[])[true, false])
        {
            Assert.InRange(TrustModel.Default.Weigh(new(family, ocr, [.. None.Select(_ => 20.0)])), 0.5, TrustModel.Highest);
            Assert.InRange(TrustModel.Default.Weigh(new(family, ocr, [.. None.Select(_ => -20.0)])), TrustModel.Lowest, 0.5);
        }
    }

    [Fact]
    public void A_family_that_was_never_seen_is_weighed_like_any()
    {
        var model = TrustModel.Of(new Dictionary<string, ImmutableArray<double>> { ["any.ocr"] = [1, .. None], ["subject.ocr"] = [-1, .. None] });

        Assert.Equal(0.731, model.Weigh(new("mark", true, None)));
        Assert.Equal(0.269, model.Weigh(new("subject", true, None)));
    }

    [Fact]
    public void Nothing_on_a_bad_page_is_sure() =>
        Assert.Equal(TrustModel.HighestInDoubt, TrustModel.Default.Weigh(new("subject", true, [.. None.Select(_ => 20.0)]) { IsDoubted = true }));
}
