using System.Collections.Immutable;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Service.Generation;

/// <summary>A body that issues letters, with all that its letterhead and signature need.</summary>
internal sealed partial record IssuerKind
{
    public required Regime Regime { get; init; }
    public ImmutableArray<string> ParentLines { get; init; } = [];
    public required ImmutableArray<string> IssuerLines { get; init; }
    public required string Name { get; init; }
    public string? Parent { get; init; }
    public required string Self { get; init; }
    public required string Symbol { get; init; }
    public required string Place { get; init; }

    /// <summary>The other bodies of a joint letter.</summary>
    public ImmutableArray<string> CoIssuers { get; init; } = [];

    /// <summary>The second signature of a joint letter; null for none.</summary>
    public (ImmutableArray<string> Authority, string Position)? CoSignature { get; init; }

    public required ImmutableArray<(ImmutableArray<string> Authority, string Position)> Signatures { get; init; }

    public ImmutableArray<LetterType> Types => Regime == Regime.Party
        ? [.. Enumerable.Repeat(LetterType.PartyLetter, 12), .. LetterType.Named(Regime)]
        : [.. Enumerable.Repeat(LetterType.StateLetter, 20), .. LetterType.Named(Regime)];

    private static readonly ImmutableArray<(string Name, string Symbol)> Departments =
        [.. VocabularyTable.Open("provincial_departments").Columns("name", "usual_symbol").Where(d => d.First.StartsWith("Sở ", StringComparison.Ordinal))];

    private static readonly ImmutableArray<(string Name, string Symbol)> Ministries =
        [.. VocabularyTable.Open("ministries_before_after_2025-03").Columns("name_before", "symbol_before")
            .Where(m => m.First.StartsWith("Bộ ", StringComparison.Ordinal) && m.Second.Length > 0)];

    private static readonly ImmutableArray<string> Districts = Territories.Districts;

    public static IssuerKind Draw(Invention invention, string province) => invention.Number(0, 24) switch
    {
        0 or 1 or 2 => PeoplesCommittee(invention, province),
        3 or 4 or 5 => Department(invention, province),
        6 => Ministry(invention),
        7 => DistrictOffice(invention, province),
        8 => Office(province),
        9 or 10 => PartyCommittee(invention, province),
        11 or 12 => MassOrganisation(invention, province),
        13 => Commune(invention),
        14 => Bureau(invention),
        15 => School(invention, province),
        16 => Centre(invention, province),
        17 => Government(invention),
        18 => Council(invention, province),
        19 => PartyDistrict(invention),
        20 => YouthUnion(province),
        21 => Front(invention, province),
        22 => Corporation(invention, province),
        _ => Joint(invention, province),
    };

    private static IssuerKind PeoplesCommittee(Invention invention, string province)
    {
        var unit = Unit(province);
        var full = invention.Chance(0.85);
        return new()
        {
            Regime = Regime.State,
            IssuerLines = full ? ["ỦY BAN NHÂN DÂN", $"{unit} {province}".ToUpperInvariant()] : [$"UBND {unit} {province}".ToUpperInvariant()],
            Name = $"{(full ? "Ủy ban nhân dân" : "UBND")} {unit} {province}",
            Self = $"UBND {unit}",
            Symbol = "UBND",
            Place = province,
            Signatures = [(["TM. ỦY BAN NHÂN DÂN"], "CHỦ TỊCH"), (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"), (["KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"), (["TL. CHỦ TỊCH"], "CHÁNH VĂN PHÒNG")],
        };
    }

    private static IssuerKind Department(Invention invention, string province)
    {
        var (name, symbol) = invention.OneOf(Departments);
        var unit = Unit(province);
        var full = invention.Chance(0.4);
        return new()
        {
            Regime = Regime.State,
            ParentLines = full ? ["ỦY BAN NHÂN DÂN", $"{unit} {province}".ToUpperInvariant()] : [$"UBND {unit} {province}".ToUpperInvariant()],
            IssuerLines = Split(name.ToUpperInvariant(), 22),
            Name = name,
            Parent = $"{(full ? "Ủy ban nhân dân" : "UBND")} {unit} {province}",
            Self = name,
            Symbol = symbol.Split(' ')[0],
            Place = province,
            Signatures = [([], "GIÁM ĐỐC"), (["KT. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC"), (["TL. GIÁM ĐỐC"], "CHÁNH VĂN PHÒNG")],
        };
    }

    private static IssuerKind Ministry(Invention invention)
    {
        var (name, symbol) = invention.OneOf(Ministries);
        return new()
        {
            Regime = Regime.State,
            IssuerLines = Split(name.ToUpperInvariant(), 24),
            Name = name,
            Self = name,
            Symbol = symbol,
            Place = "Hà Nội",
            Signatures = [([], "BỘ TRƯỞNG"), (["KT. BỘ TRƯỞNG"], "THỨ TRƯỞNG"), (["TL. BỘ TRƯỞNG"], "CHÁNH VĂN PHÒNG")],
        };
    }

    private static IssuerKind DistrictOffice(Invention invention, string province)
    {
        var district = invention.OneOf(Districts);
        return new()
        {
            Regime = Regime.State,
            ParentLines = [$"UBND HUYỆN {district}".ToUpperInvariant()],
            IssuerLines = Split("PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", 20),
            Name = "Phòng Giáo dục và Đào tạo",
            Parent = $"UBND huyện {district}",
            Self = "Phòng Giáo dục và Đào tạo",
            Symbol = "PGDĐT",
            Place = district,
            Signatures = [([], "TRƯỞNG PHÒNG"), (["KT. TRƯỞNG PHÒNG"], "PHÓ TRƯỞNG PHÒNG")],
        };
    }

    private static IssuerKind Office(string province)
    {
        var unit = Unit(province);
        return new()
        {
            Regime = Regime.State,
            ParentLines = ["ỦY BAN NHÂN DÂN", $"{unit} {province}".ToUpperInvariant()],
            IssuerLines = ["VĂN PHÒNG"],
            Name = "Văn phòng",
            Parent = $"Ủy ban nhân dân {unit} {province}",
            Self = "Văn phòng UBND " + unit,
            Symbol = "VP",
            Place = province,
            Signatures = [([], "CHÁNH VĂN PHÒNG"), (["KT. CHÁNH VĂN PHÒNG"], "PHÓ CHÁNH VĂN PHÒNG")],
        };
    }

    private static IssuerKind PartyCommittee(Invention invention, string province)
    {
        var word = Territories.IsCity(province) ? "Thành ủy" : "Tỉnh ủy";
        var board = invention.Chance(0.3);
        return new()
        {
            Regime = Regime.Party,
            ParentLines = board ? [$"{word} {province}".ToUpperInvariant()] : [],
            IssuerLines = board ? ["BAN TUYÊN GIÁO"] : [$"{word} {province}".ToUpperInvariant()],
            Name = board ? "Ban Tuyên giáo" : $"{word} {province}",
            Parent = board ? $"{word} {province}" : null,
            Self = board ? $"Ban Tuyên giáo {word}" : $"Ban Thường vụ {word}",
            Symbol = board ? "BTGTU" : "TU",
            Place = province,
            Signatures = board
                ? [([], "TRƯỞNG BAN"), (["K/T TRƯỞNG BAN"], "PHÓ TRƯỞNG BAN")]
                : [(["T/M BAN THƯỜNG VỤ"], "PHÓ BÍ THƯ"), (["T/M BAN THƯỜNG VỤ"], "PHÓ BÍ THƯ THƯỜNG TRỰC"), (["T/L BAN THƯỜNG VỤ"], "CHÁNH VĂN PHÒNG")],
        };
    }

    private static IssuerKind MassOrganisation(Invention invention, string province)
    {
        var (name, symbol, chair) = invention.OneOf(
            [("Liên đoàn Lao động", "LĐLĐ", "CHỦ TỊCH"), ("Hội Nông dân", "HNDT", "CHỦ TỊCH"), ("Hội Chữ thập đỏ", "CTĐ", "CHỦ TỊCH"), ("Hội Liên hiệp Phụ nữ", "BTV", "CHỦ TỊCH"), ("Hội Cựu chiến binh", "CCB", "CHỦ TỊCH")]);
        var unit = Unit(province);
        return new()
        {
            Regime = Regime.MassOrganisation,
            IssuerLines = [.. Split(name.ToUpperInvariant(), 20), $"{unit} {province}".ToUpperInvariant()],
            Name = $"{name} {unit} {province}",
            Self = $"{name} {unit}",
            Symbol = symbol,
            Place = province,
            Signatures = [(["TM. BAN THƯỜNG VỤ"], chair), (["TM. BAN THƯỜNG VỤ"], "PHÓ CHỦ TỊCH"), ([], chair)],
        };
    }

    private static string Unit(string province) => Territories.IsCity(province) ? "thành phố" : "tỉnh";

    /// <summary>A name over as many lines as its letterhead column needs.</summary>
    private static ImmutableArray<string> Split(string name, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in name.Split(' '))
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length + 1 > width)
                lines.Add(word);
            else
                lines[^1] = (lines[^1] + " " + word).Trim();
        return [.. lines];
    }
}
