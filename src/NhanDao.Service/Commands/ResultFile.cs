namespace NhanDao.Service.Commands;

/// <summary>Files of results, each written whole or not at all.</summary>
internal static class ResultFile
{
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var part = path + ".part";
            File.WriteAllBytes(part, content);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnwritableException($"{path} cannot be written: {e.Message}", e);
        }
    }
}
