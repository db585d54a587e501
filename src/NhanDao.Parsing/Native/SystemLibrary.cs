using System.Runtime.InteropServices;

namespace NhanDao.Parsing.Native;

/// <summary>libc: what .NET cannot tell of a path.</summary>
internal static partial class SystemLibrary
{
    private const string Library = "libc";
    private const int ReadWithoutWaiting = 0x800 | 0x80000; // O_RDONLY | O_NONBLOCK | O_CLOEXEC, the same on x86-64 and arm64
    private const int FromHere = 1; // SEEK_CUR

    /// <summary>Whether <paramref name="path"/> is a named pipe or the like. Opening one in the ordinary way waits until somebody writes into it.</summary>
    public static bool IsPipe(string path)
    {
        var file = Open(path, ReadWithoutWaiting);
        if (file < 0)
            return false; // opening it in the ordinary way says what is wrong
        var isPipe = Seek(file, 0, FromHere) < 0;
        _ = Close(file);
        return isPipe;
    }

    [LibraryImport(Library, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "lseek")]
    private static partial nint Seek(int file, nint offset, int whence);

    [LibraryImport(Library, EntryPoint = "close")]
    private static partial int Close(int file);
}
