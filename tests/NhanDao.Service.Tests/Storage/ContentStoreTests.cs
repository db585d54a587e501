using System.Text;
using NhanDao.Parsing;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Tests.Storage;

public sealed class ContentStoreTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Keeps_the_same_bytes_once_under_their_hash()
    {
        var store = new ContentStore(folder["files"]);
        var first = await Put(store, "một lá thư");
        Assert.Equal(first, await Put(store, "một lá thư"));
        Assert.Equal([first.Hash], store.Hashes());
        Assert.Equal("một lá thư", await File.ReadAllTextAsync(store.PathOf(first.Hash)));
        Assert.Equal("text/plain; charset=utf-8", first.MediaType);
    }

    [Fact]
    public async Task Leaves_nothing_of_what_it_refuses()
    {
        var store = new ContentStore(folder["files"]);
        Assert.Equal(UnreadableReason.Empty, (await Assert.ThrowsAsync<UnreadableDocumentException>(() => Put(store, ""))).Reason);
        Assert.Equal(UnreadableReason.TooLarge, (await Assert.ThrowsAsync<UnreadableDocumentException>(() => Put(store, new string('a', 2000)))).Reason);
        Assert.Empty(Directory.GetFiles(folder["files"], "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")] // upper case is another name
    public void A_name_that_is_no_hash_becomes_no_path(string name) => Assert.Throws<ArgumentException>(() => new ContentStore(folder["files"]).PathOf(name));

    private static async Task<StoredFile> Put(ContentStore store, string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await store.PutAsync(bytes, 1000, default);
    }
}
