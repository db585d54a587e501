using System.Reflection;
using System.Text;
using NhanDao.Parsing;
using NhanDao.Service.Storage;
using Xunit.Sdk;

namespace NhanDao.Service.Tests.Storage;

/// <summary>Runs a theory on a SQLite file.</summary>
public sealed class SqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["sqlite"]];
}

/// <summary>Runs a theory on PostgreSQL, or skips it, saying so.</summary>
public sealed class PostgresAttribute : DataAttribute
{
    public PostgresAttribute() => Skip = PostgresServer.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["postgres"]];
}

/// <summary>An empty store in a folder of the test's own, on either database.</summary>
internal sealed class StoreUnderTest : IDisposable
{
    private readonly ScratchFolder folder = new();

    private StoreUnderTest(string kind)
    {
        Connection = kind == "postgres" ? PostgresServer.NewDatabase() : folder["letters.db"];
        Database = LetterDatabase.Of(Connection);
        Content = new(folder["files"]);
        Store = new(Database, Content, TimeProvider.System);
    }

    public string Connection { get; }

    public LetterDatabase Database { get; }

    public ContentStore Content { get; }

    public LetterStore Store { get; }

    public static async Task<StoreUnderTest> CreateAsync(string kind)
    {
        var store = new StoreUnderTest(kind);
        await store.Database.MigrateAsync(default);
        return store;
    }

    /// <summary>Keeps a typed letter as the service would.</summary>
    public async Task<Kept?> KeepAsync(string text, string? name = "letter.txt", ReadingOptions? options = null, (long, int)? claim = null)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var file = await Content.PutAsync(bytes, 1 << 20, default);
        return await Store.KeepAsync(new(file, options ?? ReadingOptions.Default, name, new LetterParser().ParseAll(text)) { Claim = claim }, default);
    }

    public async Task<T> ReadAsync<T>(Func<NhanDaoContext, Task<T>> read)
    {
        await using var context = Database.Open();
        return await read(context);
    }

    public void Dispose()
    {
        Database.Dispose();
        folder.Dispose();
    }
}

/// <summary>Letters made up for these tests.</summary>
internal static class SomeLetter
{
    /// <param name="number">Ordinal of its number.</param>
    /// <param name="subject">What it is about.</param>
    public static string Text(int number = 12, string subject = "triển khai Nghị quyết số 57-NQ/TW") => $"""
        ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TỈNH QUẢNG NGÃI              Độc lập - Tự do - Hạnh phúc

        Số: {number}/UBND-VX            Quảng Ngãi, ngày 05 tháng 01 năm 2025
        V/v {subject}

        Kính gửi: Sở Y tế; Sở Tài chính.

        Thực hiện Kết luận số 44-KL/TW ngày 14/11/2022 của Ban Bí thư, Chủ tịch UBND tỉnh yêu cầu:
        1. Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch, hoàn thành trước ngày 20/01/2025.
        2. Sở Tài chính bố trí kinh phí, báo cáo UBND tỉnh trước ngày 15 hằng tháng.

        Nơi nhận:                         KT. CHỦ TỊCH
        - Như trên;                       PHÓ CHỦ TỊCH
        - Lưu: VT.
                                          Nguyễn Văn A
        """;
}
