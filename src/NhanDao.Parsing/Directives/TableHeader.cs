using System.Text.RegularExpressions;

namespace NhanDao.Parsing.Directives;

/// <summary>What a column of a task table holds.</summary>
internal enum TaskColumn
{
    /// <summary>Kinh phí, ghi chú: nothing that a directive holds.</summary>
    Other,

    /// <summary>STT, TT.</summary>
    Number,

    /// <summary>Nội dung công việc, nhiệm vụ.</summary>
    Task,

    /// <summary>Cơ quan chủ trì, đơn vị thực hiện.</summary>
    Lead,

    /// <summary>Cơ quan phối hợp.</summary>
    Cooperating,

    /// <summary>Thời hạn, thời gian hoàn thành.</summary>
    Deadline,

    /// <summary>Sản phẩm, kết quả.</summary>
    Product,
}

/// <summary>The head row of a task table: «STT · nhiệm vụ · chủ trì · phối hợp · thời hạn · sản phẩm».</summary>
internal static partial class TableHeader
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>What each words of a head cell mean, the surest first.</summary>
    private static readonly (Regex Pattern, TaskColumn Column)[] Rules =
    [
        (Number, TaskColumn.Number),
        (Cooperating, TaskColumn.Cooperating),
        (Deadline, TaskColumn.Deadline),
        (Lead, TaskColumn.Lead),
        (Product, TaskColumn.Product),
        (Task, TaskColumn.Task),
    ];

    /// <summary>What the cell with these words heads.</summary>
    /// <param name="bare">The cell's text without marks.</param>
    public static TaskColumn Of(string bare)
    {
        if (bare.Length > 60)
            return TaskColumn.Other;
        foreach (var (pattern, column) in Rules)
            if (pattern.IsMatch(bare))
                return column;
        return TaskColumn.Other;
    }

    /// <summary>Whether columns with these meanings are a table of tasks: it says what and who.</summary>
    public static bool IsTaskTable(IReadOnlyCollection<TaskColumn> columns) =>
        columns.Count >= 3 && columns.Contains(TaskColumn.Task) && columns.Contains(TaskColumn.Lead)
        && (columns.Contains(TaskColumn.Number) || columns.Contains(TaskColumn.Cooperating) || columns.Contains(TaskColumn.Deadline));

    /// <summary>Whether a line of text holds a word that heads a column.</summary>
    public static bool MayBegin(string bare) => Cue.IsMatch(bare);

    [GeneratedRegex(@"^\W*(stt|tt|so tt|so thu tu)\W*$", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"phoi hop", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Cooperating { get; }

    [GeneratedRegex(@"^\W*(thoi (gian|han|diem)|tien do|han hoan|han cuoi|ngay hoan|hoan thanh)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Deadline { get; }

    /// <summary>«Cơ quan chủ trì», «Đơn vị thực hiện», «Phân công», «Người chịu trách nhiệm».</summary>
    [GeneratedRegex(@"^\W*(chu tri|phan cong|trach nhiem|phu trach|(co quan|don vi|bo phan|nguoi|phong|can bo|to chuc)[^.]{0,20}(chu tri|thuc hien|chiu trach nhiem|phu trach|dau moi|duoc giao|tham muu))", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Lead { get; }

    [GeneratedRegex(@"^\W*(san pham|ket qua|dau ra)", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Product { get; }

    [GeneratedRegex(@"^\W*((ten |cac )?(noi dung|nhiem vu|cong viec|hoat dong|giai phap|cong tac))", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Task { get; }

    [GeneratedRegex(@"\b(stt|tt|noi dung|nhiem vu|cong viec|chu tri|co quan|don vi|thoi gian|thoi han|phoi hop)\b", Options, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Cue { get; }
}
