using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using NhanDao.Parsing.Text;
using NhanDao.Service.Generation;

namespace NhanDao.ImportBench;

/// <summary>A folder of invented typed letters, with a known share of files that are copies or junk.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Hashes">SHA-256 of each letter's bytes, each once.</param>
/// <param name="Copies">Files whose bytes another file has.</param>
/// <param name="Junk">Files that nothing reads.</param>
internal sealed record LetterFolder(string Path, ImmutableHashSet<string> Hashes, int Copies, int Junk)
{
    public int Files => Hashes.Count + Copies + Junk;

    /// <summary>Writes <paramref name="count"/> letters, a copy for each hundred, and a file of junk for each two hundred.</summary>
    public static LetterFolder Write(string folder, int count, int seed = 1)
    {
        var hashes = ImmutableHashSet.CreateBuilder<string>();
        var (copies, junk) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var number = seed + i;
            var inner = Directory.CreateDirectory(System.IO.Path.Combine(folder, (i / 500).ToString("000", CultureInfo.InvariantCulture))).FullName;
            var text = TextAssembler.Assemble(InventedPages.Read(PageComposer.Compose(LetterInventor.Invent(number), number), new Invention(~number), 0)).Text.Content;
            var path = System.IO.Path.Combine(inner, string.Create(CultureInfo.InvariantCulture, $"letter-{number:000000}.txt"));
            File.WriteAllText(path, text);
            if (!hashes.Add(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))))
                copies++; // the same letter was invented twice
            if (i % 100 == 50)
            {
                File.Copy(path, System.IO.Path.Combine(inner, string.Create(CultureInfo.InvariantCulture, $"copy-{number:000000}.txt")));
                copies++;
            }
            if (i % 200 == 75)
            {
                File.WriteAllBytes(System.IO.Path.Combine(inner, string.Create(CultureInfo.InvariantCulture, $"junk-{number:000000}.bin")), [0, 1, 2, 3, .. BitConverter.GetBytes(number)]);
                junk++;
            }
        }
        return new(folder, hashes.ToImmutable(), copies, junk);
    }
}
