using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Lines;

/// <summary>Cues in the words of a line. Patterns run on folded text behind bullets and dirt; an idea is a row.</summary>
internal static partial class WordCues
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 2000; // linear patterns: this only has to outlast a machine that is busy elsewhere

    /// <summary>A pattern, and how long a line may be for it to count (a cue deep in a paragraph is no cue).</summary>
    private static readonly ImmutableArray<(LineCue Cue, Regex Pattern, int LongestLine)> Rows =
    [
        (LineCue.NumberHead, NumberHead, 60),
        (LineCue.NumberSymbol, NumberSymbol, 48),
        (LineCue.BareNumber, BareNumber, 24),
        (LineCue.PlaceAndDate, PlaceAndDate, 80),
        (LineCue.PartOfDate, PartOfDate, 60),
        (LineCue.SubjectCue, SubjectCue, 200),
        (LineCue.AboutCue, AboutCue, 200),
        (LineCue.OfIssuer, OfIssuer, 80),
        (LineCue.DearCue, DearCue, 400),
        (LineCue.TelegramCue, TelegramCue, 120),
        (LineCue.AsAbove, AsAbove, 60),
        (LineCue.FileCopy, FileCopy, 60),
        (LineCue.PostWords, PostWords, 70),
        (LineCue.SignedMark, SignedMark, 40),
        (LineCue.IssuerWords, IssuerWords, 60),
        (LineCue.BodyOpener, BodyOpener, int.MaxValue),
        (LineCue.Preamble, Preamble, int.MaxValue),
        (LineCue.EnactingWord, EnactingWord, 30),
        (LineCue.Article, Article, int.MaxValue),
        (LineCue.Numbered, Numbered, int.MaxValue),
        (LineCue.SignatureBox, SignatureBox, 90),
        (LineCue.ClockTime, ClockTime, 60),
        (LineCue.ArrivalStamp, ArrivalStamp, 40),
        (LineCue.StampField, StampField, 50),
        (LineCue.CopyMark, CopyMark, 50),
        (LineCue.UrgencyMark, UrgencyMark, 40),
        (LineCue.AnnexHead, AnnexHead, 80),
        (LineCue.AttachedTo, AttachedTo, 160),
        (LineCue.RunningFoot, RunningFoot, 200),
        (LineCue.Contact, Contact, 120),
        (LineCue.WebAddress, WebAddress, 60),
    ];

    /// <summary>Folded names of the types of letter (tên loại văn bản) that are printed as a title.</summary>
    private static readonly ImmutableArray<string> TypeNames =
    [
        "ketluanthanhtra", "giaygioithieu", "giayuyquyen", "giaynghiphep", "giaychungnhan", "giaydiduong", "chuongtrinh", "phieuchuyen",
        "thongtulientich", "nghiquyetlientich", "nghiquyet", "quyetdinh", "thongcao", "thongbao", "thongtri", "thongtu",
        "huongdan", "phuongan", "quyche", "quydinh", "kehoach", "kelhoach", "ketluan", "chithi", "baocao", "bienban",
        "totrinh", "hopdong", "congdien", "banghinho", "banthoathuan", "giaymoi", "thumoi", "thucong", "phieugui", "phieubao", "dean",
        "duan", "quyhoach", "loikeugoi", "tuyenbo", "deanchitiet", "quytrinh", "phieutrinh", "phieuyeucau", "phieulayykien",
    ];

    public static void Find(string folded, string letters, bool upperCase, List<LineCue> cues)
    {
        foreach (var (cue, pattern, longest) in Rows)
            if (folded.Length <= longest && pattern.IsMatch(folded) && (upperCase || cue is not (LineCue.UrgencyMark or LineCue.ArrivalStamp)))
                cues.Add(cue);
        if (letters.Length <= 60)
            FindHeadings(letters, upperCase, cues);
    }

    private static void FindHeadings(string letters, bool upperCase, List<LineCue> cues)
    {
        if (Heading.Starts(letters, "conghoaxahoichunghiavietnam", 6) || letters.Contains("hoichunghia", StringComparison.Ordinal)
            || Heading.Is(letters, "doclaptudohanhphuc", 5))
            cues.Add(LineCue.StateMotto);
        if (Heading.Is(letters, "dangcongsanvietnam", 4))
            cues.Add(LineCue.PartyMotto);
        if (Heading.Is(letters, "doantncshochiminh", 3) || Heading.Is(letters, "doanthanhniencongsanhochiminh", 5))
            cues.Add(LineCue.OrganisationMotto);
        if (Heading.Is(letters, "noinhan", 2) || (letters.Length > 9 && Heading.Starts(letters, "noinhan", 1)))
            cues.Add(LineCue.RecipientHead);
        if (letters.Length <= 12 && (Heading.Is(letters, "hoatoc", 1) || (letters.Length <= 7 && letters.StartsWith('h') && letters.EndsWith("oc", StringComparison.Ordinal) && Heading.Is(letters, "hoatoc", 2)) || Heading.Is(letters, "thuongkhan", 2)))
            cues.Add(LineCue.UrgencyMark);
        if (!upperCase)
            return;
        foreach (var name in TypeNames)
            if (letters.Length >= name.Length - 1 && Heading.Starts(letters, name, name.Length >= 7 && letters[0] == name[0] && name != "hopdong" ? 1 : 0))
            {
                cues.Add(letters.Length <= name.Length + 1 ? LineCue.TypeName : LineCue.TypeNameAndMore);
                break;
            }
    }

    /// <summary>«Số: 12/UBND-VX», «Số 207-CV/TU», «Só : /BTC»; not «số lượng».</summary>
    [GeneratedRegex(@"^s[o06][ .]{0,2}[:;.,]|^s[o06] ?[\d/._]|^sé ?:|^so[0-9]+ ?[/-]|^s[o06]\W{0,3}[^ ]{0,6} ?[/-] ?[a-z&]{2,12}([/-][a-z&]{2,12}){0,3}$", Options, Timeout)]
    private static partial Regex NumberHead { get; }

    /// <summary>«/UBND-TTHC», «-CV/TU»: a symbol with a separator before and capitals behind (case is folded here).</summary>
    [GeneratedRegex(@"^(s[o06][ :;.,]*)?[\d\W_a-z]{0,12} ?[/-] ?[a-z]{2,8} ?[-/.&] ?[a-z&]{2,}|^s[o06][ :;.,]*[^ ]{0,12} ?/ ?[a-z]{2,}", Options, Timeout)]
    private static partial Regex NumberSymbol { get; }

    /// <summary>«12094» on its own line above its slot; also an arrival stamp's «Số: 2352».</summary>
    [GeneratedRegex(@"^(s[o06][ :;.,]*)?\d{1,6}[a-z]?$", Options, Timeout)]
    private static partial Regex BareNumber { get; }

    /// <summary>«Hà Nội, ngày 04 tháng 5 năm 2023», with one of the three words damaged.</summary>
    [GeneratedRegex(@"([nhm]?g|n)a[yv][^a-z]{0,3}.{0,14}(t?han[gq]|tnang).{0,26}$|thang[^a-z]{0,8}.{0,2}n[a-z]m.{0,10}$|nga[yv].{0,16}n[a-z]m ?[12o0][\d.]{1,4}.{0,4}$", Options, Timeout)]
    private static partial Regex PlaceAndDate { get; }

    /// <summary>«tháng 5», «năm 2021» alone: OCR cut the date line.</summary>
    [GeneratedRegex(@"^(ngay )?.{0,8}thang.{0,8}$|^nam [12]\d{3}\.?$", Options, Timeout)]
    private static partial Regex PartOfDate { get; }

    /// <summary>«V/v tổ chức», «(V/v …)», and OCR's «V⁄v», «V4v», «ƒ/w», «VÀ,».</summary>
    [GeneratedRegex(@"^[(""' ]{0,3}(v ?[/|1il4⁄\\'] ?[vyw]\b|[vfƒw][/⁄][vyw]\b|vv[ :.]|v/v)", Options, Timeout)]
    private static partial Regex SubjectCue { get; }

    /// <summary>«Về việc …», «Về lấy ý kiến …».</summary>
    [GeneratedRegex(@"^[(""' ]{0,3}v[eé] (viec\b|[a-z])", Options, Timeout)]
    private static partial Regex AboutCue { get; }

    /// <summary>«CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH» under the title.</summary>
    [GeneratedRegex(@"^cua (ban|uy ban|ubnd|bo|thu tuong|chu tich|hoi dong|tinh uy|so|chinh phu|thanh uy|doan)\b", Options, Timeout)]
    private static partial Regex OfIssuer { get; }

    /// <summary>«Kính gửi:», «Kinh gũi -», «Đồng kính gửi:», «gửi:» behind dirt of up to twelve characters (a HỎA TỐC stamp).</summary>
    [GeneratedRegex(@"^.{0,14}\bk.{0,2}nh ?g[a-z]{1,2}i?\b|^k[a-z]{1,3}h g[a-z]{1,3} ?[:;.]|^gui ?[:;]|^kinh trinh ?:", Options, Timeout)]
    private static partial Regex DearCue { get; }

    /// <summary>«VĂN PHÒNG CHÍNH PHỦ điện:».</summary>
    [GeneratedRegex(@"^[a-z ,-]{3,80} dien ?[:;]( ?-.*)?$", Options, Timeout)]
    private static partial Regex TelegramCue { get; }

    /// <summary>«- Như trên;», «- Như Điều 3;», «Như kính gửi,».</summary>
    [GeneratedRegex(@"^nh[a-z] ?(tr[a-z]n|dieu \d|kinh gui|muc)\b", Options, Timeout)]
    private static partial Regex AsAbove { get; }

    /// <summary>«- Lưu: VT, NC.», «Lưu Văn phòng».</summary>
    [GeneratedRegex(@"^l[a-z]u ?[:;,.]? ?(v\b|v[tp]|van |vu|ho so|hc|tc|to )|^l[a-z]u ?[:;]", Options, Timeout)]
    private static partial Regex FileCopy { get; }

    /// <summary>A post of a signer: «GIÁM ĐỐC», «PHÓ CHỦ TỊCH THƯỜNG TRỰC».</summary>
    [GeneratedRegex(@"\b(chu tich|giam doc|bo truong|thu truong|truong ban|bi thu|chanh van phong|chanh thanh tra|cuc truong|vu truong|hieu truong|truong phong|vien truong|chu nhiem|thu tuong|tong thanh tra|chanh an|truong doan|uy vien|cuc pho|thong doc|chi cuc truong|truong khoa|thuong truc)\b|^truong [a-z]", Options, Timeout)]
    private static partial Regex PostWords { get; }

    /// <summary>«(đã ký)».</summary>
    [GeneratedRegex(@"^\(? ?da ky\b|\bda ky ?\)?$", Options, Timeout)]
    private static partial Regex SignedMark { get; }

    /// <summary>First words of bodies that issue letters.</summary>
    [GeneratedRegex(@"^(u[yi] ban|ubnd|ub ?mttq|bo\b|so\b|van phong|tinh|thanh pho|thanh uy|huyen|quan|dang uy|dang bo|ban\b|hoi\b|chinh phu|thu tuong|tong cuc|cuc\b|chi cuc|truong\b|benh vien|lien doan|tap doan|cong ty|tong cong ty|doan\b|trung tam|vien\b|hoc vien|dai hoc|cong an|thanh tra|phong\b|xa\b|phuong\b|thi xa|mat tran|toa an|ngan hang|bao hiem|kho bac|dai\b|so gd|du an|thi uy|quoc hoi|tinh doan|thanh doan|cong doan|buu dien|chu tich nuoc|dang doan|to cong tac)", Options, Timeout)]
    private static partial Regex IssuerWords { get; }

    /// <summary>Words that open a letter's first paragraphs.</summary>
    [GeneratedRegex(@"^(thuc hien|theo\b|ngay \d|de (thuc|tiep|trien|bao|dam|kip|chu|phuc|co|tang|giup)|tiep theo|tren co so|nham|trien khai|phuc dap|tra loi|vua qua|hien nay|trong thoi gian|thoi gian qua|sau khi|qua |nhan (duoc|dip)|bo [a-z]+ nhan|so [a-z ]{2,20} nhan|xet |[a-z ]{2,40} nhan duoc|[a-z ,]{2,60} (yeu cau|de nghi|thong bao|tran trong)\b|cuoc van dong|tai |lien quan|do |ve viec [a-z ,]{3,80}co y kien)", Options, Timeout)]
    private static partial Regex BodyOpener { get; }

    /// <summary>«Căn cứ …», «Xét đề nghị …», «Theo đề nghị …».</summary>
    [GeneratedRegex(@"^(c[a-z]n c[a-z]\b|xet (de nghi|to trinh)|theo de nghi)", Options, Timeout)]
    private static partial Regex Preamble { get; }

    /// <summary>«QUYẾT ĐỊNH:» between the grounds and Điều 1.</summary>
    [GeneratedRegex(@"^(quy[a-z]t (d[il1]nh|nghi)|nghi quyet|chi thi|ket luan) ?:$", Options, Timeout)]
    private static partial Regex EnactingWord { get; }

    /// <summary>«Điều 1.».</summary>
    [GeneratedRegex(@"^di[a-z]u \d{1,3}\b", Options, Timeout)]
    private static partial Regex Article { get; }

    /// <summary>«1.», «2.1.», «a)», «I.», «(1)».</summary>
    [GeneratedRegex(@"^\(?(\d{1,2}(\.\d{1,2}){0,3}[.)/]|([a-z]|[ivx]{2,5})[.)]) ?[^\d/]", Options, Timeout)]
    private static partial Regex Numbered { get; }

    /// <summary>«Ký bởi: …», «Người ký:», «Email: …@…», «Thời gian ký: …».</summary>
    [GeneratedRegex(@"^.{0,3}(k.? b[a-z]i ?[:;]|nguo[a-z]? k[a-z] ?[:;]|co quan ?[:;]|c[o0] q[a-z]{2,3} ?:|e?-?mail ?[:;]|thoi gian k[a-z]|th[a-z]{1,2} gian k|gio k[a-z] ?[:;]|ngay k[a-z] ?[:;]|chuc vu ?:|digital|signature|signer|ly do ?:|duoc ky b|noi ky ?:|to chuc ?: |ky ngay|xac thuc)", Options, Timeout)]
    private static partial Regex SignatureBox { get; }

    /// <summary>«15:17:44 +07:00».</summary>
    [GeneratedRegex(@"\d{1,2}[:.]\d{2}[:.]\d{2}|\+0?7[:.]00|\+07'", Options, Timeout)]
    private static partial Regex ClockTime { get; }

    /// <summary>«ĐẾN», «CÔNG VĂN ĐẾN», «CV ĐẾN».</summary>
    [GeneratedRegex(@"^((cong van|van ban|cv|vb) )?den$|\bden$", Options, Timeout)]
    private static partial Regex ArrivalStamp { get; }

    /// <summary>«Giờ: … Ngày: 28/4», «Chuyển:», «Số và ký hiệu HS».</summary>
    [GeneratedRegex(@"^(gio ?:|ngay ?[:.] ?[\d./ ]*|chuyen ?[:.]|so va ky hieu|luu ho so|so den|kinh chuyen)", Options, Timeout)]
    private static partial Regex StampField { get; }

    /// <summary>«SAO Y», «SAO LỤC», «TRÍCH SAO».</summary>
    [GeneratedRegex(@"^(so ?: ?\d* ?/)?\(?(sao y|sao luc|trich sao|ban sao)\b", Options, Timeout)]
    private static partial Regex CopyMark { get; }

    /// <summary>Độ khẩn, độ mật, phạm vi lưu hành, dự thảo.</summary>
    [GeneratedRegex(@"^\W*(h[a-z]a t[a-z]c( hen gio.*)?|thuong khan|khan|mat|toi mat|tuyet mat|luu hanh noi bo|xem xong tra lai|tai lieu thu hoi|du thao( lan.*)?|\(?du thao.{0,12}|khong pho bien.*|tai lieu hoi nghi)\W*$", Options, Timeout)]
    private static partial Regex UrgencyMark { get; }

    /// <summary>«PHỤ LỤC I», «Biểu mẫu 01», «Mẫu số 02».</summary>
    [GeneratedRegex(@"^(ph[a-z] l[a-z]c\b|bieu mau|mau ((so )?\d|bao cao|bieu|cong van|so)|bieu (so )?\d|danh muc ?$|danh sach ?$|de cuong ?$)", Options, Timeout)]
    private static partial Regex AnnexHead { get; }

    /// <summary>«(Kèm theo Công văn số … ngày …)», «(Ban hành kèm theo Quyết định …)».</summary>
    [GeneratedRegex(@"^\(? ?(ban hanh |dinh |gui )?k[a-z]m (theo|cong van|quyet dinh)", Options, Timeout)]
    private static partial Regex AttachedTo { get; }

    /// <summary>«Tài liệu này thuộc sở hữu của các cơ quan Đảng», «Trang 2/5», gazette heads.</summary>
    [GeneratedRegex(@"^(tai lieu nay thuoc so huu|viec phat tan|trang \d|cong bao[ /]|\d+ ?/ ?\d+$)", Options, Timeout)]
    private static partial Regex RunningFoot { get; }

    /// <summary>«www.mot.gov.vn», «ttcb@tinh.gov.vn» and little else.</summary>
    [GeneratedRegex(@"^.{0,20}(www[.,]|https?:|gov ?\.vn|[0o]v\.vn)|^[^ ]{0,4} ?[^ ]{2,30}@[^ ]{2,30}$", Options, Timeout)]
    private static partial Regex WebAddress { get; }

    /// <summary>«Địa chỉ: …; ĐT: …; Fax», «Website».</summary>
    [GeneratedRegex(@"^(dia chi ?:|d/?c ?:|website|dien thoai ?:|d[tđ] ?:|tel|fax)", Options, Timeout)]
    private static partial Regex Contact { get; }
}
