using System.Collections.Frozen;

namespace NhanDao.Parsing.Directives;

/// <summary>What a word that can begin the name of a body stands for.</summary>
internal enum BodyHead
{
    /// <summary>«Sở», «Bộ», «Ủy ban nhân dân»: with a name behind it; capital unless «các» stands before.</summary>
    Organ,

    /// <summary>«Giám đốc», «Thủ trưởng», «Chủ tịch»: a post, mostly with a body behind it.</summary>
    Post,

    /// <summary>«cơ quan», «đơn vị», «ngành»: no name of its own.</summary>
    Common,
}

/// <summary>The words of which names of bodies and posts are made, without marks.</summary>
internal static class BodyWords
{
    private static readonly string[] Organs =
    [
        "so", "bo", "ban", "cuc", "chi cuc", "tong cuc", "vu", "phong", "van phong", "vien", "hoc vien", "truong", "dai hoc",
        "truong dai hoc", "truong cao dang", "trung tam", "tram", "khoa", "to", "to cong tac", "doi", "doan", "doan kiem tra",
        "uy ban", "uy ban nhan dan", "ubnd", "ubmttq", "ubmttqvn", "ubmttq vn", "mttq", "mat tran", "mat tran to quoc", "uy ban mat tran to quoc",
        "hoi dong", "hoi dong nhan dan", "hdnd", "thuong truc", "thuong truc hoi dong nhan dan", "thuong truc hdnd", "doan dai bieu quoc hoi",
        "quoc hoi", "chinh phu", "van phong chinh phu", "van phong ubnd", "thanh tra", "thanh tra chinh phu", "kiem toan nha nuoc",
        "cong an", "bo chi huy", "bo chi huy quan su", "bo chi huy bo doi bien phong", "bo doi bien phong", "ban chi huy", "ban chi huy quan su",
        "vien kiem sat", "vien kiem sat nhan dan", "vksnd", "toa an", "toa an nhan dan", "tand", "cuc thi hanh an dan su",
        "tinh uy", "thanh uy", "huyen uy", "quan uy", "thi uy", "dang uy", "dang bo", "chi bo", "ban can su dang", "dang doan", "ban thuong vu",
        "ban chap hanh", "thuong truc tinh uy", "thuong truc thanh uy", "van phong tinh uy", "ban to chuc", "ban tuyen giao", "ban dan van", "ban noi chinh",
        "uy ban kiem tra", "hoi", "hoi chu thap do", "hoi nong dan", "hoi lien hiep phu nu", "hoi cuu chien binh", "hiep hoi", "lien hiep", "lien hiep cac hoi",
        "lien doan", "lien doan lao dong", "cong doan", "lien minh", "lien minh hop tac xa", "tinh doan", "thanh doan", "huyen doan", "doan thanh nien",
        "bao", "dai", "dai phat thanh", "dai phat thanh truyen hinh", "dai truyen hinh", "cong thong tin dien tu", "ban quan ly", "ban quan ly du an", "ban chi dao",
        "ban dieu hanh", "ban to chuc", "ban giam doc", "benh vien", "bvdk", "ttyt", "cong ty", "tong cong ty", "tap doan", "ngan hang", "kho bac", "kho bac nha nuoc",
        "bao hiem xa hoi", "bhxh", "hai quan", "thue", "quy", "vnpt", "viettel", "mobifone", "dien luc", "chi nhanh", "nha xuat ban", "thong tan xa", "xi nghiep",
        "hop tac xa", "hat kiem lam", "thu vien", "bao tang", "nganh", "su doan", "quan khu", "hoc vien", "phan hieu", "chi doi", "hoi dong thi", "thong tan xa viet nam",
    ];

    private static readonly string[] Posts =
    [
        "giam doc", "pho giam doc", "tong giam doc", "chu tich", "pho chu tich", "thu truong", "bo truong", "thu tuong", "thu tuong chinh phu", "pho thu tuong",
        "cuc truong", "pho cuc truong", "chi cuc truong", "tong cuc truong", "vu truong", "pho vu truong", "chanh van phong", "pho chanh van phong", "chanh thanh tra",
        "chanh an", "vien truong", "truong ban", "pho truong ban", "truong phong", "pho truong phong", "truong", "truong cong an", "hieu truong", "chi huy truong", "bi thu", "pho bi thu",
        "nguoi dung dau", "lanh dao", "thong doc", "tong thanh tra", "ke toan truong", "truong doan", "to truong", "truong khoa", "chu nhiem", "vien chuong", "cac ong", "cac ba",
        "ong", "ba", "cac ong (ba)", "dong chi", "truong cac ban", "thanh vien", "cac thanh vien", "uy vien", "tong bien tap", "tinh uy vien", "doi truong",
    ];

    private static readonly string[] Commons =
    [
        "co quan", "don vi", "dia phuong", "to chuc", "ca nhan", "nganh", "so", "ban", "bo", "doan the", "cap", "cap uy", "cap uy dang", "to chuc dang", "to chuc chinh tri", "to chuc chinh tri - xa hoi",
        "to chuc chinh tri-xa hoi", "chinh quyen", "chinh quyen dia phuong", "doanh nghiep", "chu dau tu", "nha dau tu", "nha thau", "hoc vien", "dai bieu", "quy dai bieu", "quy vi", "vi dai bieu", "cap hoi", "kcn", "kkt", "khu cong nghiep", "khu kinh te", "hoi", "hoi quan chung",
        "co so", "co so y te", "luc luong", "luc luong chuc nang", "huyen uy", "thanh uy", "quan uy", "thi uy", "dang uy", "dang bo", "ban can su dang", "dang doan", "phong", "vu", "cuc", "ban nganh", "so nganh", "so ban nganh", "ho gia dinh",
        "can bo", "cong chuc", "vien chuc", "nguoi dan", "nhan dan", "to chuc tin dung", "ngan hang thuong mai", "co quan thue", "co quan bao chi", "co quan chuc nang", "co quan nha nuoc", "vien", "truong", "trung tam",
        "don vi su nghiep", "don vi truc thuoc", "don vi thanh vien", "thanh vien", "hiep hoi", "truong hoc", "nha truong", "benh vien", "cong ty", "tong cong ty", "tap doan", "ngan hang", "huyen", "tinh", "xa", "phuong", "quan", "thi xa", "thi tran", "thanh pho", "khu vuc",
        "ban quan ly", "ban quan ly rung", "hop tac xa", "phong ban", "dai", "bao", "chi cuc", "to", "doi", "ong", "ba", "dong chi", "uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hoi chu thap do", "co quan hanh chinh", "hoi vien", "nhan vien", "phong vien", "xa doan", "phuong doan", "chi doan", "chi bo", "cao dang", "trung cap", "ban", "khu pho", "thon", "ap", "to dan pho", "co so dao tao", "co so giao duc", "co so san xuat", "ho kinh doanh", "chi hoi", "hiep hoi nganh hang", "chu rung", "chu tau", "chu phuong tien", "cong doan co so", "dang bo co so", "to chuc co so dang", "mat tran", "mat tran to quoc", "ban hdnd",
    ];

    /// <summary>Two words that begin like a body and are none: «Ban hành», «Báo cáo», «Hội nghị».</summary>
    private static readonly FrozenSet<string> NotBodies = Set(
        "ban hanh", "ban giao", "ban do", "ban be", "bao cao", "bao dam", "bao ve", "bao gom", "bao ton", "bao quan", "bao hanh", "bao mat", "bao tri", "bao tham",
        "hoi nghi", "hoi thao", "hoi thi", "hoi nhap", "hoi hop", "hoi vien", "doan ket", "doan vien", "phong chong", "phong ngua", "phong benh", "phong trao", "phong van", "phong hop", "vien dan", "vien phi", "bo tri", "bo sung", "bo may", "bo luat",
        "bo thu tuc", "bo nhiem", "bo phan", "bo ho so", "so ket", "so luong", "so tien", "so lieu", "so voi", "so sanh", "so huu", "so hieu", "so do", "cuc bo", "vu viec", "vu an", "vu mua", "to giac", "truong hop", "dai dien", "dai hoi", "bo tieu", "dai tra", "truong ban hanh",
        "quy dinh", "quy che", "quy trinh", "quy hoach", "quy mo", "quy i", "quy ii", "quy iii", "quy iv", "quy dat", "khoa hoc", "khoa x", "thanh tra kiem tra", "dien luc luong", "thue dat", "thue thu", "doi voi", "doi moi", "doi tuong", "doi chieu", "tram bom", "chi dao", "lanh dao chi", "ong nuoc", "ba con", "truong thanh", "vien tro", "bao chi", "chinh phu dien", "thuc hanh", "doan the thao", "nganh nghe",
        "thuong truc tiep", "mat tran lan", "quan ly", "quan tam", "quan triet", "tinh hinh", "tinh toan", "xa hoi", "xa vung", "phuong an", "phuong thuc", "phuong tien", "phuong cham", "phuong phap", "cap nhat", "cap phat", "cap phep", "cap giay", "cap thiet", "cap kinh", "cap bach",
        "lanh dao chi dao", "bo phim", "quy bau", "so thu", "so tay", "so do");

    /// <summary>Words that end a name: what a body does, and the joints of a sentence.</summary>
    private static readonly FrozenSet<string> Verbs = Set(
        "chu trach nhiem", "phan luong", "chu tri", "phoi hop", "co trach nhiem", "chiu trach nhiem", "chu dong", "tham muu", "xay dung", "to chuc", "nghien cuu", "ra soat", "huong dan", "trien khai",
        "thuc hien", "chi dao", "bao cao", "tong hop", "theo doi", "don doc", "kiem tra", "can cu", "tiep tuc", "tang cuong", "khan truong", "kip thoi", "xem xet",
        "quyet dinh", "quyet nghi", "phe duyet", "ban hanh", "de xuat", "bo tri", "cung cap", "dam bao", "bao dam", "dang ky", "tham gia", "hoan thanh", "tuyen truyen",
        "pho bien", "quan triet", "phan cong", "day manh", "can doi", "tham dinh", "thong bao", "cong bo", "giai quyet", "xu ly", "nghiem tuc", "tap trung",
        "thuong xuyen", "tich cuc", "chuan bi", "ho tro", "tao dieu kien", "quan tam", "lanh dao", "cap nhat", "thanh lap", "cong khai", "tiep thu", "tien hanh",
        "phat huy", "luu y", "co y kien", "co van ban", "co ke hoach", "co bien phap", "giam sat", "danh gia", "tiep nhan", "bam sat", "soat xet", "dau tu", "van dong",
        "huy dong", "phat dong", "hoi dong thi", "ung dung", "xac dinh", "dieu chinh", "sua doi", "bo sung", "bao ve", "de nghi", "yeu cau", "kien nghi", "lien he",
        "trao doi", "thong nhat", "quyet tam", "du kien", "co the", "dong thoi", "hoan thien", "nang cao", "cai cach", "phat trien", "khuyen khich", "tap huan",
        "dao tao", "boi duong", "bien soan", "ke khai", "niem yet", "rut kinh nghiem", "so ket", "tong ket", "khac phuc", "chan chinh", "kiem soat", "ngan chan",
        "phong ngua", "xuc tien", "cong nhan", "thi hanh", "chap hanh", "tuan thu", "tren co so", "doi voi", "tham du", "sap xep", "cam ket", "dieu tra", "truy quet",
        "quy dinh", "phan bo", "phan khai", "quan ly", "su dung", "van hanh", "khai thac", "duy tri", "kien toan", "cung co", "toan dien", "truc tiep", "dua vao",
        "cong tac", "noi dung", "cu the", "va chiu", "hang nam", "hang quy", "hang thang", "dinh ky", "cac noi", "thoi gian", "muc tieu", "ket qua", "tien do",
        "khoa so", "gop y", "chap thuan", "cho y kien", "thong qua", "chi tiet", "thao go", "phan anh", "chi tra", "thanh toan", "xac nhan", "lua chon", "tra loi",
        "nhanh chong", "cai tien", "doi chieu", "so sanh", "cong chung", "lay y kien", "soan thao", "du thao", "tham van", "bo nhiem", "tiep can", "thuc thi",
        "co lien quan den", "nhat la", "dac biet", "hoac la", "co ban", "on dinh", "phu trach", "thay mat", "van phong pham", "co nhiem vu", "ap dung", "tiet kiem",
        "chuyen doi", "ve viec", "cung ung",
        "khao sat", "thong ke", "gioi thieu", "dinh huong", "kiem dem", "kiem ke", "bao gia", "phan anh", "trien lam", "boi thuong", "giai phong", "giai ngan", "thu hoi", "thu thap",
        "cu can", "cu the hoa", "dan dau", "dang tai", "dua tin", "phat song", "phat hanh", "lap danh", "lap ke", "lap bien", "gui bao", "gui ket", "gui danh", "nop bao", "dau noi",
        "nang cap", "sua chua", "bao tri", "mua sam", "cap phat", "cap phep", "cap kinh", "thu phi", "mien giam", "canh bao", "du bao", "ung pho", "ung truc", "so tan", "di doi",
        "khan cap", "lam tot", "lam ro", "chi huy", "dieu dong", "huy dong", "phoi ket", "dong hanh", "tien hanh", "trien khai", "thanh tra", "xac minh", "truy tim", "ket noi",
        "chia se", "dong bo", "tich hop", "so hoa", "cong bo", "chung thuc", "phe binh", "bieu duong", "khen thuong", "ky luat", "xu phat", "don vi nao", "bo sung", "hop dong", "tao moi", "moi goi", "thu hut",
        "gan voi", "som tham", "som trinh", "som hoan", "som co", "luu tru", "bao quan", "tu kiem", "tu chiu", "tu danh", "tu ra", "nghiem cam", "khong duoc", "tuyet doi", "song song", "ngoai ra", "rieng doi",
        "mo rong", "rut ngan", "tan dung", "khai bao", "lay mau", "xet nghiem", "dieu tri", "cach ly", "khu khuan", "tiem chung", "cap cuu", "phan tuyen", "thu gom", "van chuyen", "xu tri", "treo co",
        "trang tri", "tuyen duong", "ton vinh", "tham hoi", "tang qua", "trao tang", "ung ho", "quyen gop", "van hanh", "khoi cong", "khanh thanh", "nghiem thu", "ban giao", "quyet toan", "du toan", "giao ban",
        "nam bat", "nam chac", "nam tinh", "giu gin", "giu vung", "bao toan", "phan dau", "dat muc", "dam nhan", "dam trach", "quan he", "phan loai", "chon cu", "chon lua", "bau chon", "hiep thuong");

    /// <summary>Single syllables that end a name, with their marks, since without them they are parts of names («dựng», «vận»); and what OCR makes of them.</summary>
    private static readonly FrozenSet<string> StopSyllables = Set(
        "cử", "gửi", "lập", "trình", "nộp", "mở", "đưa", "giao", "trực", "phải", "cần", "sẽ", "đã", "đang", "được", "bị", "là", "để", "đê", "đề", "trong", "theo", "tại", "về", "vê", "nhằm", "nhăm", "trước", "sau", "khi", "nếu", "mà", "thì", "do", "vào",
        "đến", "đên", "từ", "qua", "bằng", "như", "cho", "vì", "cũng", "còn", "này", "đó", "nêu", "biết", "dự", "ký", "làm", "có", "không", "chưa", "hay", "giúp", "bám", "mang", "với", "cùng", "hoặc", "trên", "riêng", "xin", "nhanh", "gồm", "nhận", "tăng", "kèm");

    /// <summary>Words behind a body that still belong to its name: where it is, whose it is, which ones are meant.</summary>
    private static readonly FrozenSet<string> Tails = Set(
        "lien quan", "co lien quan", "chuc nang", "chuc nang co lien quan", "chuc nang lien quan", "truc thuoc", "thuoc", "cung cap", "cac cap", "tren dia ban", "o dia phuong", "tai dia phuong", "trong tinh", "trong thanh pho", "trong va ngoai tinh", "ngoai tinh", "cap tinh", "cap huyen", "cap xa", "cap co so", "cap phong", "tinh", "thanh pho", "huyen", "quan", "thi xa", "xa", "phuong", "thi tran",
        "dac khu", "thi", "dia phuong", "trung uong", "khu vuc", "cac huyen", "cac quan", "cac xa", "cac phuong", "cac tinh", "cac thanh pho", "cua tinh", "cua thanh pho", "cua huyen", "nha nuoc", "viet nam", "co so", "cua so", "cua bo", "cua nganh", "trong nganh", "toan nganh", "cong lap", "ngoai cong lap", "tu nhan", "tuyen tinh", "tuyen huyen", "quan huyen", "lien quan khac", "co lien quan khac",
        "quoc gia", "toan quoc", "nong thon", "thuong mai", "dong tren dia ban", "tren dia ban tinh", "tren dia ban thanh pho", "thuoc tinh", "truc thuoc tinh", "truc thuoc trung uong", "thuoc so", "cua dia phuong", "don vi", "ven bien", "ven song", "mien nui", "bien gioi", "vung cao", "vung sau", "hai dao", "thi cong", "tu van", "giam sat thi cong", "hanh nghe", "hanh nghe cong chung", "kham benh", "kham benh chua benh", "co ten tren", "neu tren", "noi tren", "co rung", "co dat", "co du an", "ven de", "vung bien", "noi dia", "phia nam", "phia bac", "phia dong", "phia tay", "lan can", "giap ranh", "o cac cap", "nhan dan", "quan su", "bien phong", "bao chi", "chu thap do", "quan chung", "dau moi", "chu quan", "ngang bo", "thuoc chinh phu", "truc thuoc so", "thuoc ubnd tinh", "thuoc ubnd", "thuoc uy ban nhan dan tinh", "cap tren", "cap duoi", "duoc giao", "duoc phan cong", "cua don vi");

    /// <summary>Compounds inside names whose parts could be taken for verbs.</summary>
    private static readonly FrozenSet<string> NameCompounds = Set(
        "dau tu xay dung", "phat trien nong thon", "phat trien ha tang", "y te du phong", "du phong", "quan ly du an", "quan ly du an dau tu xay dung", "quan ly thi truong", "quan ly rung", "quan ly dat dai", "kiem soat benh tat", "phat trien quy dat", "phong chong thien tai", "ung pho su co tran dau", "quan su", "to chuc can bo", "nghiep vu y", "nghiep vu duoc",
        "phat thanh truyen hinh", "phat thanh", "truyen hinh", "chi dao", "quan ly xay dung", "quan ly chat luong", "xuc tien dau tu", "xuc tien thuong mai", "bao ve thuc vat", "bao ve moi truong", "tro giup phap ly", "hanh chinh cong", "kiem tra noi bo", "thi hanh an dan su", "kiem soat thu tuc hanh chinh", "quan ly dau tu", "thi dua khen thuong", "thi dua - khen thuong", "kiem nghiem", "bao tro xa hoi", "chuyen doi so", "cong nghe thong tin",
        "tim kiem cuu nan", "ke hoach hoa gia dinh", "xoa nha tam", "dao tao", "xay dung", "kiem sat", "che bien", "quan ly kinh te", "dau gia tai san", "phuc vu hanh chinh cong", "xuat nhap khau", "dan van", "to chuc", "dieu tra", "tham muu", "thue", "hanh dong", "hop tac xa", "dang ky dat dai");

    private static readonly FrozenDictionary<string, BodyHead> CapitalHeads = Heads();

    private static readonly FrozenSet<string> CommonHeads = Commons.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The longest key of any table above, in words.</summary>
    public const int LongestKey = 6;

    private static readonly FrozenDictionary<string, BodyHead>.AlternateLookup<ReadOnlySpan<char>> CapitalLookup = CapitalHeads.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CommonLookup = CommonHeads.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotBodyLookup = NotBodies.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbLookup = Verbs.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TailLookup = Tails.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CompoundLookup = NameCompounds.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsOrganOrPost(ReadOnlySpan<char> key, out BodyHead head) => CapitalLookup.TryGetValue(key, out head);

    public static bool IsCommon(ReadOnlySpan<char> key) => CommonLookup.Contains(key);

    public static bool IsNoBody(ReadOnlySpan<char> key) => NotBodyLookup.Contains(key);

    public static bool IsVerb(ReadOnlySpan<char> key) => VerbLookup.Contains(key);

    /// <summary>Whether two syllables are a word of names whose second half alone would end a name: «Thường trực», «Chương trình».</summary>
    public static bool IsWholeWord(ReadOnlySpan<char> key) => key is
        "thuong truc" or "chuong trinh" or "cong trinh" or "thiet bi" or "quy trinh" or "cong lap" or "doc lap" or "bau cu" or "hoi dong" or "viec lam" or "chung nhan"
        or "giao duc" or "phap lap" or "thanh lap" or "xac nhan" or "trung truc" or "tien trinh" or "giam dinh" or "cong dong";

    public static bool IsStop(string syllable) => StopSyllables.Contains(syllable);

    public static bool IsTail(ReadOnlySpan<char> key) => TailLookup.Contains(key);

    public static bool IsNameCompound(ReadOnlySpan<char> key) => CompoundLookup.Contains(key);

    private static FrozenSet<string> Set(params string[] keys) => keys.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, BodyHead> Heads()
    {
        var heads = new Dictionary<string, BodyHead>(StringComparer.Ordinal);
        foreach (var organ in Organs)
            heads[organ] = BodyHead.Organ;
        foreach (var post in Posts)
            heads[post] = BodyHead.Post;
        return heads.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
