using System.Globalization;
using NhanDao.Parsing.Lines;
using NhanDao.Parsing.Model;

namespace NhanDao.Service.Generation;

/// <summary>The head of the first page: two columns, what offices stamp beside them, and what signing programs print above.</summary>
internal sealed partial class PageComposer
{
    /// <summary>What stands above the letterhead: a signature box, a copy mark.</summary>
    private void Margin()
    {
        if (!style.Chance(0.25))
            return;
        var x = 300 + style.Number(-200, 60);
        var signed = letter.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var texts = style.Number(0, 3) switch
        {
            0 => (string[])[$"Ký bởi: {letter.Issuer}", $"Cơ quan: {letter.Issuer}", $"Thời gian ký: {signed} 15:17:44 +07:00"],
            1 => [$"Người ký: {letter.Issuer}", "Email: vanthu@tinh.gov.vn", $"Cơ quan: {letter.Issuer}", $"Thời gian ký: {signed} 08:02:10 +07:00"],
            _ => ["SAO Y", letter.Issuer, $"Thời gian ký: {signed}T09:37:50+07:00"],
        };
        for (var i = 0; i < texts.Length; i++)
            Add(x, 14 + i * 8.5, 7, texts[i], LineLabel.ElectronicSignature);
    }

    private void Letterhead()
    {
        FitColumns();
        var top = PageTop;
        var yLeft = top;
        foreach (var text in letter.ParentLines)
            yLeft = Centre(leftMiddle, yLeft, headSize, text, LineLabel.Issuer);
        foreach (var text in letter.IssuerLines)
            yLeft = Centre(leftMiddle, yLeft, headSize, text, LineLabel.Issuer, bold: true);
        if (letter.Regime == Regime.Party || letter.Regime == Regime.MassOrganisation && style.Chance(0.3))
            yLeft = Centre(leftMiddle, yLeft, size, letter.Regime == Regime.Party ? "*" : "***", LineLabel.Noise);
        else if (style.Chance(0.2))
            yLeft = Centre(leftMiddle, yLeft - 4, size, style.OneOf((string[])["_______", "--------", "-----*-----"]), LineLabel.Noise);
        yLeft += style.Number(2, 12);

        var yRight = Motto(top);
        var number = NumberLine();
        var numberTop = style.Chance(0.7) ? Math.Max(yLeft, yRight) : yLeft;
        var dateTop = style.Chance(0.8) ? Math.Max(numberTop, yRight) : yRight;
        var date = DateLine();
        // In party letters and on some forms the subject stands at the right, under the date, or the date at the left, under the number.
        var dateBelow = style.Chance(0.04);
        Centre(leftMiddle, numberTop, size, number.Text, LineLabel.Number, ink: number.Ink);
        yLeft = numberTop + leading;
        if (dateBelow)
            yLeft = Centre(leftMiddle, yLeft, size - 1, date.Text, LineLabel.PlaceDate, italic: true, ink: date.Ink);
        else
        {
            Centre(rightMiddle, dateTop, size, date.Text, LineLabel.PlaceDate, italic: true, ink: date.Ink);
            yRight = dateTop + leading;
        }

        if (letter.DocumentType == "công văn")
        {
            var beside = style.Chance(0.04);
            foreach (var text in Wrap(Cue() + letter.Subject, beside ? 190 : 130 + style.Number(0, 60), size - 1))
                if (beside)
                    yRight = Centre(rightMiddle, yRight, size - 1, text, LineLabel.Subject);
                else
                    yLeft = Centre(leftMiddle, yLeft, size - 1, text, LineLabel.Subject);
        }
        if (letter.Urgency is { } urgency)
            yLeft = Centre(leftMiddle, yLeft + 6, size, urgency, LineLabel.Mark, bold: true);
        if (style.Chance(0.03))
            yLeft = Centre(leftMiddle, yLeft + 4, size - 1, style.OneOf((string[])["DỰ THẢO", "Dự thảo lần 2", "(Dự thảo)"]), LineLabel.Mark, bold: true);
        y = Math.Max(yLeft, yRight) + style.Number(8, 28);
    }

    /// <summary>Quốc hiệu and tiêu ngữ, the party's name, or the youth union's.</summary>
    private double Motto(double top)
    {
        var at = top;
        if (letter.Regime == Regime.Party)
            return Centre(rightMiddle, at, size, "ĐẢNG CỘNG SẢN VIỆT NAM", LineLabel.Motto, bold: true) + style.Number(4, 18);
        if (letter.Symbol.Contains("TĐTN", StringComparison.Ordinal) && letter.CoIssuers.IsEmpty)
            return Centre(rightMiddle, at, size, "ĐOÀN TNCS HỒ CHÍ MINH", LineLabel.Motto, bold: true) + style.Number(4, 18);
        if (letter.Regime == Regime.MassOrganisation && style.Chance(0.3))
            return at;
        at = Centre(rightMiddle, at, headSize, style.Chance(0.8) ? "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" : "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", LineLabel.Motto, bold: true);
        at = Centre(rightMiddle, at, size, style.Chance(0.8) ? "Độc lập - Tự do - Hạnh phúc" : "Độc lập – Tự do – Hạnh phúc", LineLabel.Motto, bold: true);
        if (style.Chance(0.25))
            at = Centre(rightMiddle, at - 3, size, style.OneOf((string[])["________________", "---------------", "-----o0o-----"]), LineLabel.Noise);
        return at + style.Number(6, 18);
    }

    /// <summary>An arrival stamp over the left of the head, or between head and body.</summary>
    private void Stamp()
    {
        if (!style.Chance(0.1))
            return;
        var office = style.OneOf((string[])["CỔNG THÔNG TIN ĐIỆN TỬ", "TRUNG TÂM CÔNG BÁO", "SỞ TƯ PHÁP", "VĂN PHÒNG UBND TỈNH", "BƯU ĐIỆN TỈNH"]);
        var day = letter.Date.AddDays(style.Number(0, 9));
        string[] texts =
        [
            office, style.OneOf((string[])["ĐẾN", "CÔNG VĂN ĐẾN", "CV ĐẾN"]), $"Số: {Invention.Text(style.Number(100, 9000))}",
            $"Ngày: {day.ToString("d/M/yy", CultureInfo.InvariantCulture)}", "Chuyển:", "Lưu hồ sơ số:",
        ];
        var at = y;
        foreach (var text in texts.Take(style.Number(3, 7)))
            at = Add(left - 40 + style.Number(0, 6), at, 9.5, text, LineLabel.Stamp);
        y = at + 6;
    }

    /// <summary>Moves the left column so that a long name keeps clear of the motto, as a typist does with the table's border.</summary>
    private void FitColumns()
    {
        var motto = rightMiddle - TypeMetrics.Width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", headSize, bold: true) / 2;
        var half = letter.ParentLines.Concat(letter.IssuerLines).Max(text => TypeMetrics.Width(text, headSize, bold: true)) / 2;
        leftMiddle = Math.Max(half + 20, Math.Min(leftMiddle, motto - half - 5 - style.Number(0, 14)));
    }

    private string Cue() => letter.Regime == Regime.Party && style.Chance(0.35) ? ""
        : style.Chance(0.9) ? style.OneOf((string[])["V/v ", "V/v ", "V/v ", "V/V ", "V/v: "]) : style.Chance(0.5) ? "Về việc " : "Về ";

    private (string Text, Range Ink) NumberLine()
    {
        var head = letter.Regime == Regime.Party ? "Số " : style.Number(0, 20) switch { 0 => "Số ", 1 => "Số:", 2 => "Số : ", _ => "Số: " };
        var separator = letter.Regime == Regime.Party ? "-" : "/";
        var gap = style.Chance(0.3) ? " " : "";
        if (letter.Ordinal is not { } ordinal)
            return ($"{head}        {separator}{letter.Symbol}", 0..0);
        return ($"{head}{ordinal}{gap}{separator}{letter.Symbol}", letter.Handwritten ? head.Length..(head.Length + ordinal.Length) : 0..0);
    }

    private (string Text, Range Ink) DateLine()
    {
        var head = $"{letter.Place}, ngày ";
        var day = letter.BlankDay ? "    " : $"{letter.Date.Day:00}";
        var month = letter.Date.Month <= 2 || style.Chance(0.4) ? $"{letter.Date.Month:00}" : $"{letter.Date.Month}";
        return ($"{head}{day} tháng {month} năm {letter.Date.Year}", letter.Handwritten && !letter.BlankDay ? head.Length..(head.Length + 2) : 0..0);
    }
}
