using System.Text;

namespace NhanDao.Benchmarks.Hostile;

/// <summary>Texts that nobody would write: letters with their lines shuffled, doubled and cut, words of other alphabets, walls of signs.</summary>
internal static class HostileTexts
{
    private static readonly string[] Letters = [.. CorpusFiles.Typed().Select(File.ReadAllText)];

    private static readonly string[] Pieces =
    [
        "Số: ", "số 12/UBND-VX ", "ngày ", "ngày 31 tháng 2 năm 2025", "ngày 00/00/0000 ", "tháng 13 ", "năm 99999 ", "Kính gửi: ", "Nơi nhận: ", "V/v ", "TM. ", "KT. ", "1. ", "1.1.1.1.1.1. ", "a) ", "đ) ", "- ", "I. ", "MCMXCIX. ",
        "Giao Sở Y tế ", "chủ trì, phối hợp với ", "trước ngày ", "trong 99999999999 ngày ", "hằng quý ", "căn cứ ", "thay thế ", "kèm theo ", "Luật Đất đai ", "của Ủy ban nhân dân tỉnh ", "(sau đây gọi tắt là ", "\"", "“", "(", "[", "|", "\t", "\f", "\r",
        "\u0000", "\u0301", "\u200B", "\u202E", "\uFEFF", "\uD800", "\U0001F600", "Đ", "đ", "Ð", "ﬁ", "İ", "ß", "漢字", "العربية", "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "HỎA TỐC", "MẬT", "ĐẾN Số: 45 Ngày: 1/1/2025",
    ];

    public static byte[] Next(Random random)
    {
        List<string> lines = [.. Letters[random.Next(Letters.Length)].Split('\n')];
        for (var steps = 1 + random.Next(8); steps > 0; steps--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(10))
            {
                case 0:
                    lines.RemoveRange(at, Math.Min(lines.Count - at - 1, random.Next(10)) is > 0 and var n ? n : 0);
                    break;
                case 1:
                    (lines[at], lines[random.Next(lines.Count)]) = (lines[random.Next(lines.Count)], lines[at]);
                    break;
                case 2: // another letter begins
                    lines.InsertRange(at, Letters[random.Next(Letters.Length)].Split('\n').Take(random.Next(30)));
                    break;
                case 3: // two lines become one
                    lines[at] += lines[random.Next(lines.Count)];
                    break;
                case 4:
                    lines[at] = new string([.. lines[at].Where(_ => random.Next(5) > 0)]);
                    break;
                case 5:
                    lines[at] = random.Next(2) == 0 ? lines[at].ToUpperInvariant() : Decomposed(lines[at]);
                    break;
                case 6: // a wall
                    var piece = Pieces[random.Next(Pieces.Length)];
                    lines[at] += new StringBuilder().Insert(0, piece, random.Next(1, random.Next(20) == 0 ? 3000 : 40)).ToString();
                    break;
                case 7:
                    lines.Insert(at, string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)])));
                    break;
                case 8:
                    lines[at] = new string([.. lines[at].Select(c => random.Next(12) > 0 ? c : (char)random.Next(1, 0xFFFE))]);
                    break;
                default:
                    lines = [.. lines.Take(at + 1)];
                    break;
            }
        }
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    // Half a surrogate pair has no decomposition.
    private static string Decomposed(string line) => string.Concat(line.EnumerateRunes()).Normalize(NormalizationForm.FormD);
}
