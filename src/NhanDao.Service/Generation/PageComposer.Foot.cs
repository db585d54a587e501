using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;

namespace NhanDao.Service.Generation;

/// <summary>The foot: Nơi nhận at the left, one signature or two at the right.</summary>
internal sealed partial class PageComposer
{
    private void Foot()
    {
        y += 8;
        var close = letter.Regime == Regime.Party ? "," : ";";
        // A long list goes on over the page's end; the signature does not.
        if (y + (Math.Min(letter.Recipients.Length, 6) + 3) * leading > Bottom || y + 130 > Bottom)
            Break();
        var (footPage, top) = (page, y);
        Signatures();
        var below = y;

        (page, y) = (footPage, style.Chance(0.15) ? top + leading : top);
        y = Add(left, y, size - 1, style.Chance(0.9) ? "Nơi nhận:" : "Nơi nhận", LineLabel.Recipient, italic: true);
        for (var i = 0; i < letter.Recipients.Length; i++)
        {
            var text = $"- {letter.Recipients[i]}{(i == letter.Recipients.Length - 1 ? "." : close)}";
            foreach (var line in Wrap(text, 185, size - 2))
            {
                if (y + leading > Bottom + 30)
                    Break();
                y = Add(left, y, size - 2, line, LineLabel.Recipient);
            }
        }
        if (page == footPage)
            y = Math.Max(y, below);
    }

    private void Signatures()
    {
        var signatures = letter.Signatures;
        if (signatures.Length == 1)
            y = Signature(signatures[0], rightMiddle, y);
        else
            y = Math.Max(Signature(signatures[0], left + 190, y), Signature(signatures[1], rightMiddle + 50, y));
    }

    private double Signature(InventedSignature signature, double middle, double top)
    {
        var at = top;
        foreach (var text in signature.Authority)
            at = Centre(middle, at, size, text, LineLabel.Signature, bold: true);
        at = Centre(middle, at, size, signature.Position, LineLabel.Signature, bold: true) + style.Number(36, 70);
        if (style.Chance(0.1))
            Centre(middle, at - 26, size, style.OneOf((string[])["(Đã ký)", "(đã ký)", "Đã ký"]), LineLabel.Signature);
        else if (style.Chance(0.08))
            SignatureBox(middle - 50, at - 30);
        return Centre(middle, at, size, signature.Name, LineLabel.Signature, bold: true);
    }

    /// <summary>What signing programs print over the place of the signature.</summary>
    private void SignatureBox(double x, double top)
    {
        string[] texts = ["Ký bởi: " + letter.Issuer, "Thời gian ký: 15:17:44 +07:00"];
        for (var i = 0; i < texts.Length; i++)
            Add(x, top + i * 8, 6.5, texts[i], LineLabel.ElectronicSignature);
    }
}
