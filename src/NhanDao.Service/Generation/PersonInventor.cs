using System.Collections.Immutable;
using NhanDao.Parsing.Vocabulary;

namespace NhanDao.Service.Generation;

/// <summary>Names of people who do not exist, from the parts that Vietnamese names are made of.</summary>
internal static class PersonInventor
{
    private static readonly ImmutableArray<string> Families = ["Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", .. VocabularyTable.Open("surnames").Column("surname")];
    private static readonly ImmutableArray<string> Middles = ["Văn", "Thị", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Xuân", "Ngọc", "Công", "Hồng", "Bá", "Hoàng", "Trọng", "Thế", "Kim"];
    private static readonly ImmutableArray<string> Givens = ["An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hùng", "Khánh", "Lan", "Long", "Mai", "Nam", "Phúc", "Quang", "Sơn", "Thảo", "Tuấn", "Việt", "Yến", "Thủy"];

    public static string Draw(Invention invention)
    {
        var middle = invention.Chance(0.12) ? "" : invention.OneOf(Middles) + " ";
        return $"{invention.OneOf(Families)} {middle}{invention.OneOf(Givens)}";
    }
}
