using NhanDao.Parsing.Lines;
using NhanDao.Service.Generation;

namespace NhanDao.Service.Tests.Generation;

public class LetterInventorTests
{
    [Fact]
    public void The_same_seed_invents_the_same_letter()
    {
        for (var seed = 1; seed <= 20; seed++)
            Assert.Equal(Gold(seed), Gold(seed));
    }

    [Fact]
    public void Seeds_invent_different_letters() =>
        Assert.Equal(200, Enumerable.Range(1, 200).Select(Gold).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_slot_of_every_phrase_is_filled()
    {
        for (var seed = 1; seed <= 300; seed++)
            Assert.DoesNotContain(LetterInventor.Invent(seed).Body, p => p.Text.Contains('{', StringComparison.Ordinal) || p.Text.Contains('}', StringComparison.Ordinal));
    }

    [Fact]
    public void A_letter_cites_what_its_gold_record_lists()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var letter = LetterInventor.Invent(seed);
            var printed = string.Join('\n', letter.Body.Select(p => p.Text));
            Assert.All(letter.References, r => Assert.Contains(r.Number, printed, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Lines_stand_on_their_pages_and_say_what_they_are()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var lines = PageComposer.Compose(LetterInventor.Invent(seed), seed);
            Assert.All(lines, line =>
            {
                Assert.InRange(line.Left, 10, 560);
                Assert.InRange(line.Left + TypeMetrics.Width(line.Text, line.Size, line.Bold), line.Left, 595);
                Assert.InRange(line.Top, 10, 830);
            });
            Assert.Single(lines, l => l.Label == LineLabel.Number);
            Assert.Contains(lines, l => l.Label == LineLabel.Signature);
        }
    }

    [Fact]
    public void Pages_without_wear_hold_every_word_as_printed()
    {
        var lines = PageComposer.Compose(LetterInventor.Invent(7), 7);
        var printed = lines.SelectMany(l => l.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var read = InventedPages.Read(lines, new Invention(7), wear: 0).SelectMany(p => p.Words).Select(w => w.Text);
        Assert.Equal(printed.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_type_of_document_and_every_regime_is_invented()
    {
        var letters = Enumerable.Range(1, 2_000).Select(LetterInventor.Invent).ToList();
        string[] wanted = ["công văn", "kế hoạch", "thông báo", "quyết định", "công điện", "giấy mời", "nghị quyết", "quy chế", "thông tri", "phiếu chuyển", "biên bản"];
        Assert.Empty(wanted.Except(letters.Select(l => l.DocumentType)));
        Assert.Equal(3, letters.Select(l => l.Regime).Distinct().Count());
        Assert.Contains(letters, l => l.CoSignature is not null);
        Assert.Contains(letters, l => l.ParentLines.Length + l.IssuerLines.Length >= 4);
    }

    [Fact]
    public void Wear_breaks_lines_and_adds_dirt_that_says_that_it_is_noise()
    {
        var printed = PageComposer.Compose(LetterInventor.Invent(3), 3);
        Assert.Same(printed, PageWear.Wear(printed, new Invention(1), wear: 0));
        var worn = PageWear.Wear(printed, new Invention(1), wear: 0.3);
        Assert.All(worn.Where(l => l.IsDirt), l => Assert.Equal(LineLabel.Noise, l.Label));
        Assert.Contains(worn, l => l.IsDirt);
        Assert.Contains(worn, l => !l.IsDirt && printed.TrueForAll(p => p.Text != l.Text));
    }

    private static string Gold(int seed) => GoldRecord.Write(LetterInventor.Invent(seed), "id", "file");
}
