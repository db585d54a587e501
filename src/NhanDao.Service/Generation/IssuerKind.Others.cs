using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Service.Generation;

/// <summary>Issuers below and beside the province: communes, bureaus, schools, party branches, companies, two bodies together.</summary>
internal sealed partial record IssuerKind
{
    private static IssuerKind Commune(Invention invention)
    {
        var name = invention.OneOf(Districts);
        var unit = invention.OneOf((string[])["xã", "phường", "thị trấn", "huyện", "thị xã"]);
        var full = invention.Chance(0.7);
        return new()
        {
            Regime = Regime.State,
            IssuerLines = full ? ["ỦY BAN NHÂN DÂN", $"{unit} {name}".ToUpperInvariant()] : [$"UBND {unit} {name}".ToUpperInvariant()],
            Name = $"{(full ? "Ủy ban nhân dân" : "UBND")} {unit} {name}",
            Self = $"UBND {unit}",
            Symbol = "UBND",
            Place = name,
            Signatures = [(["TM. ỦY BAN NHÂN DÂN"], "CHỦ TỊCH"), (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"), (["TM.UBND " + unit.ToUpperInvariant(), "KT.CHỦ TỊCH"], "PHÓ CHỦ TỊCH")],
        };
    }

    private static IssuerKind Bureau(Invention invention)
    {
        var (ministry, _) = invention.OneOf(Ministries);
        var (name, symbol) = invention.OneOf<(string, string)>(
            [("Cục Quản lý tài nguyên nước", "CTNN"), ("Tổng cục Thống kê", "TCTK"), ("Vụ Kế hoạch - Tài chính", "KHTC"), ("Cục Kiểm soát thủ tục hành chính", "KSTT"), ("Viện Kiểm nghiệm an toàn thực phẩm quốc gia", "VKN"), ("Ban Quản lý các dự án lâm nghiệp", "DALN")]);
        var post = name.StartsWith("Vụ", StringComparison.Ordinal) ? "VỤ TRƯỞNG" : name.StartsWith("Viện", StringComparison.Ordinal) ? "VIỆN TRƯỞNG"
            : name.StartsWith("Ban", StringComparison.Ordinal) ? "GIÁM ĐỐC" : name.StartsWith("Tổng", StringComparison.Ordinal) ? "TỔNG CỤC TRƯỞNG" : "CỤC TRƯỞNG";
        return new()
        {
            Regime = Regime.State,
            ParentLines = Split(ministry.ToUpperInvariant(), 24),
            IssuerLines = Split(name.ToUpperInvariant(), 22),
            Name = name,
            Parent = ministry,
            Self = name,
            Symbol = symbol,
            Place = "Hà Nội",
            Signatures = [([], post), (["KT. " + post], "PHÓ " + post), (["TL. " + post], "CHÁNH VĂN PHÒNG"), (["TUQ. " + post], "TRƯỞNG PHÒNG TỔNG HỢP")],
        };
    }

    private static IssuerKind School(Invention invention, string province)
    {
        var name = $"Trường {invention.OneOf((string[])["Đại học", "Cao đẳng Sư phạm", "Cao đẳng Y tế", "Trung học phổ thông"])} {invention.OneOf(Districts)}";
        var parent = invention.Chance(0.5) ? "Bộ Giáo dục và Đào tạo" : $"Sở Giáo dục và Đào tạo {province}";
        return new()
        {
            Regime = Regime.State,
            ParentLines = Split(parent.ToUpperInvariant(), 26),
            IssuerLines = Split(name.ToUpperInvariant(), 24),
            Name = name,
            Parent = parent,
            Self = "Nhà trường",
            Symbol = "ĐHTH",
            Place = province,
            Signatures = [([], "HIỆU TRƯỞNG"), (["KT. HIỆU TRƯỞNG"], "PHÓ HIỆU TRƯỞNG"), (["TL. HIỆU TRƯỞNG"], "TRƯỞNG PHÒNG ĐÀO TẠO")],
        };
    }

    private static IssuerKind Centre(Invention invention, string province)
    {
        var (over, _) = invention.OneOf(Departments);
        var (name, symbol) = invention.OneOf<(string, string)>(
            [("Bệnh viện Đa khoa", "BVĐK"), ("Trung tâm Kiểm soát bệnh tật", "KSBT"), ("Chi cục Văn thư - Lưu trữ", "CCVTLT"), ("Trung tâm Y tế", "TTYT"), ("Thanh tra", "TTra"), ("Bảo hiểm xã hội", "BHXH")]);
        var withProvince = invention.Chance(0.4);
        return new()
        {
            Regime = Regime.State,
            ParentLines = Split((withProvince ? $"{over} {Unit(province)} {province}" : over).ToUpperInvariant(), 26),
            IssuerLines = Split(name.ToUpperInvariant(), 22),
            Name = name,
            Parent = withProvince ? $"{over} {Unit(province)} {province}" : over,
            Self = name,
            Symbol = symbol,
            Place = province,
            Signatures = [([], "GIÁM ĐỐC"), (["KT. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC"), (["Q. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC")],
        };
    }

    private static IssuerKind Government(Invention invention)
    {
        var (name, symbol, signatures) = invention.OneOf<(string, string, ImmutableArray<(ImmutableArray<string>, string)>)>(
            [("Văn phòng Chính phủ", "VPCP", [(["KT. BỘ TRƯỞNG, CHỦ NHIỆM"], "PHÓ CHỦ NHIỆM"), ([], "BỘ TRƯỞNG, CHỦ NHIỆM")]),
            ("Thủ tướng Chính phủ", "TTg", [([], "THỦ TƯỚNG"), (["KT. THỦ TƯỚNG"], "PHÓ THỦ TƯỚNG")]),
            ("Chính phủ", "CP", [(["TM. CHÍNH PHỦ"], "THỦ TƯỚNG"), (["TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG"], "PHÓ THỦ TƯỚNG")]),
            ("Thanh tra Chính phủ", "TTCP", [(["KT. TỔNG THANH TRA"], "PHÓ TỔNG THANH TRA")])]);
        return new() { Regime = Regime.State, IssuerLines = [name.ToUpperInvariant()], Name = name, Self = name, Symbol = symbol, Place = "Hà Nội", Signatures = signatures };
    }

    private static IssuerKind Council(Invention invention, string province)
    {
        var unit = Unit(province);
        var office = invention.Chance(0.4);
        var name = office ? $"Văn phòng Đoàn ĐBQH và HĐND {unit} {province}" : $"Hội đồng nhân dân {unit} {province}";
        return new()
        {
            Regime = Regime.State,
            IssuerLines = office ? ["VĂN PHÒNG", "ĐOÀN ĐBQH VÀ HĐND", $"{unit} {province}".ToUpperInvariant()] : ["HỘI ĐỒNG NHÂN DÂN", $"{unit} {province}".ToUpperInvariant()],
            Name = name,
            Self = office ? "Văn phòng" : $"Thường trực HĐND {unit}",
            Symbol = office ? "VP" : "HĐND",
            Place = province,
            Signatures = office ? [([], "CHÁNH VĂN PHÒNG"), (["KT. CHÁNH VĂN PHÒNG"], "PHÓ CHÁNH VĂN PHÒNG")]
                : [([], "CHỦ TỊCH"), (["TM. THƯỜNG TRỰC HĐND", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"), (["KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH THƯỜNG TRỰC")],
        };
    }

    private static IssuerKind PartyDistrict(Invention invention)
    {
        var name = invention.OneOf(Districts);
        var word = invention.OneOf((string[])["Huyện ủy", "Đảng ủy xã", "Đảng ủy phường", "Thị ủy"]);
        var above = invention.Chance(0.5) ? $"Đảng bộ tỉnh {invention.OneOf(Territories.Provinces)}" : null;
        return new()
        {
            Regime = Regime.Party,
            ParentLines = above is null ? [] : [above.ToUpperInvariant()],
            IssuerLines = [$"{word} {name}".ToUpperInvariant()],
            Name = $"{word} {name}",
            Parent = above,
            Self = $"Ban Thường vụ {word.Split(' ')[0]} {word.Split(' ')[1]}",
            Symbol = word.StartsWith('H') ? "HU" : "ĐU",
            Place = name,
            Signatures = [(["T/M BAN THƯỜNG VỤ"], "BÍ THƯ"), (["T/M BAN THƯỜNG VỤ"], "PHÓ BÍ THƯ THƯỜNG TRỰC"), (["T/M ĐẢNG ỦY"], "PHÓ BÍ THƯ"), (["T/L BAN THƯỜNG VỤ"], "CHÁNH VĂN PHÒNG")],
        };
    }

    private static IssuerKind YouthUnion(string province) => new()
    {
        Regime = Regime.MassOrganisation,
        IssuerLines = ["BAN CHẤP HÀNH ĐOÀN", $"{Unit(province)} {province}".ToUpperInvariant()],
        Name = $"Ban Chấp hành Đoàn {Unit(province)} {province}",
        Self = "Ban Thường vụ Tỉnh đoàn",
        Symbol = "TĐTN",
        Place = province,
        Signatures = [(["TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"], "BÍ THƯ"), (["TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"], "PHÓ BÍ THƯ"), (["TL. BAN THƯỜNG VỤ"], "CHÁNH VĂN PHÒNG")],
    };

    private static IssuerKind Front(Invention invention, string province)
    {
        var full = invention.Chance(0.5);
        return new()
        {
            Regime = Regime.MassOrganisation,
            ParentLines = [.. Split(full ? "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM" : "ỦY BAN MTTQ VIỆT NAM", 24), $"{Unit(province)} {province}".ToUpperInvariant()],
            IssuerLines = ["BAN THƯỜNG TRỰC"],
            Name = "Ban Thường trực",
            Parent = $"{(full ? "Ủy ban Mặt trận Tổ quốc Việt Nam" : "Ủy ban MTTQ Việt Nam")} {Unit(province)} {province}",
            Self = "Ban Thường trực",
            Symbol = "MTTQ-BTT",
            Place = province,
            Signatures = [(["TM. BAN THƯỜNG TRỰC"], "CHỦ TỊCH"), (["TM. BAN THƯỜNG TRỰC"], "PHÓ CHỦ TỊCH")],
        };
    }

    private static IssuerKind Corporation(Invention invention, string province)
    {
        var name = $"{invention.OneOf((string[])["Viễn thông", "Công ty Điện lực", "Bưu điện tỉnh"])} {province}";
        return new()
        {
            Regime = Regime.State,
            ParentLines = ["TẬP ĐOÀN", "BƯU CHÍNH VIỄN THÔNG", "VIỆT NAM"],
            IssuerLines = [name.ToUpperInvariant()],
            Name = name,
            Parent = "Tập đoàn Bưu chính viễn thông Việt Nam",
            Self = name,
            Symbol = "VNPT",
            Place = province,
            Signatures = [([], "GIÁM ĐỐC"), (["KT. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC")],
        };
    }

    private static IssuerKind Joint(Invention invention, string province)
    {
        var (first, symbol) = invention.OneOf(Departments);
        var (second, coSymbol, post) = invention.OneOf<(string, string, string)>([("Công đoàn ngành", "CĐN", "CHỦ TỊCH"), ("Tỉnh đoàn", "TĐTN", "BÍ THƯ"), ("Hội Nông dân tỉnh", "HNDT", "CHỦ TỊCH"), ("Công an tỉnh", "CAT", "GIÁM ĐỐC")]);
        return new()
        {
            Regime = Regime.State,
            ParentLines = [$"UBND {Unit(province)} {province}".ToUpperInvariant()],
            IssuerLines = Split($"{first} - {second}".ToUpperInvariant(), 28),
            Name = first,
            CoIssuers = [first, second],
            CoSignature = ([], post),
            Parent = $"UBND {Unit(province)} {province}",
            Self = "Liên ngành",
            Symbol = $"{symbol.Split(' ')[0]}-{coSymbol}",
            Place = province,
            Signatures = [([], "GIÁM ĐỐC"), (["KT. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC")],
        };
    }
}
