using NhanDao.Parsing.Model;
using NhanDao.Parsing.Text;

namespace NhanDao.Parsing.Lines;

/// <summary>What a line of a letter is. Fields are read only in the lines that carry them.</summary>
internal enum LineLabel
{
    /// <summary>Dirt, ornaments, rules, seal letters: nothing to read.</summary>
    Noise,

    /// <summary>Page numbers, running footers, address lines, footnotes.</summary>
    Furniture,

    /// <summary>Printed words of a digital signature («Ký bởi», «Thời gian ký»), copy-certification text.</summary>
    ElectronicSignature,

    /// <summary>An arrival stamp (ĐẾN) with its own number and date.</summary>
    Stamp,

    /// <summary>Quốc hiệu, tiêu ngữ, «ĐẢNG CỘNG SẢN VIỆT NAM».</summary>
    Motto,

    /// <summary>Tên cơ quan ban hành and the body above it.</summary>
    Issuer,

    /// <summary>Số, ký hiệu.</summary>
    Number,

    /// <summary>Địa danh, ngày tháng năm.</summary>
    PlaceDate,

    /// <summary>Độ khẩn, độ mật, lưu hành.</summary>
    Mark,

    /// <summary>Tên loại văn bản («KẾ HOẠCH»), with «của …» lines that follow it.</summary>
    Title,

    /// <summary>Trích yếu.</summary>
    Subject,

    /// <summary>Kính gửi and its list.</summary>
    Addressee,

    /// <summary>Căn cứ, orders, paragraphs: the body.</summary>
    Body,

    /// <summary>Nơi nhận and its list.</summary>
    Recipient,

    /// <summary>Authority, post and name of a signer.</summary>
    Signature,

    /// <summary>Behind the end of the first letter: an annex, another letter.</summary>
    Beyond,
}

/// <summary>A line and what it is.</summary>
/// <param name="Line">The line.</param>
/// <param name="Label">What it is.</param>
/// <param name="Confidence">How sure the label is, 0–1.</param>
internal sealed record LabelledLine(TextLine Line, LineLabel Label, double Confidence)
{
    public TextSpan Span => Line.Span;
}
