using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NhanDao.Parsing.Native;

/// <summary>libc: what .NET cannot tell of a path or do to a process.</summary>
internal static partial class SystemLibrary
{
    private const string Library = "libc";
    private const int ReadWithoutWaiting = 0x800 | 0x80000; // O_RDONLY | O_NONBLOCK | O_CLOEXEC, the same on x86-64 and arm64
    private const int FromHere = 1; // SEEK_CUR
    private const int WritableMemory = 2; // RLIMIT_DATA: what is reserved and never touched, of which .NET has much, does not count
    private const int EndAtOnce = 9, EndOrderly = 15; // SIGKILL, SIGTERM

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

    /// <summary>Whether <paramref name="path"/> is a file with bytes of its own: no link, pipe, device or socket. Nothing is opened.</summary>
    public static bool IsOrdinaryFile(string path)
    {
        Span<byte> status = stackalloc byte[256]; // struct statx, the same on every architecture
        return Status(FromWorkingFolder, path, NotThroughLinks, TypeOnly, status) == 0
            && (BinaryPrimitives.ReadUInt16LittleEndian(status[ModeAt..]) & TypeMask) == OrdinaryFile;
    }

    private const int FromWorkingFolder = -100, NotThroughLinks = 0x100; // AT_FDCWD, AT_SYMLINK_NOFOLLOW
    private const uint TypeOnly = 1; // STATX_TYPE
    private const int ModeAt = 28, TypeMask = 0xF000, OrdinaryFile = 0x8000; // stx_mode, S_IFMT, S_IFREG

    [LibraryImport(Library, EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Status(int folder, string path, int flags, uint mask, Span<byte> status);

    /// <summary>From here on an allocation that would take this process over <paramref name="bytes"/> of writable memory fails. Children inherit it.</summary>
    public static void LimitMemory(long bytes)
    {
        var limit = new ResourceLimit((nuint)bytes, (nuint)bytes);
        _ = SetLimit(WritableMemory, in limit);
    }

    /// <summary>Makes this process and the children it will have a group of their own: a terminal's Ctrl-C does not reach it, and <see cref="EndGroup"/> ends it whole.</summary>
    public static void LeadGroup() => _ = SetGroup(0, 0);

    /// <summary>Ends a process that leads a group, and its children with it, at once. One that is gone is no error.</summary>
    public static void EndGroup(int process)
    {
        if (Signal(-process, EndAtOnce) != 0)
            _ = Signal(process, EndAtOnce); // it had no time to make its group yet
    }

    /// <summary>Asks a process to end.</summary>
    public static void Terminate(int process) => _ = Signal(process, EndOrderly);

    [LibraryImport(Library, EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in ResourceLimit limit);

    [LibraryImport(Library, EntryPoint = "setpgid")]
    private static partial int SetGroup(int process, int group);

    [LibraryImport(Library, EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);

    /// <summary>struct rlimit.</summary>
    private readonly record struct ResourceLimit(nuint Soft, nuint Hard);

    [LibraryImport(Library, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "lseek")]
    private static partial nint Seek(int file, nint offset, int whence);

    [LibraryImport(Library, EntryPoint = "close")]
    private static partial int Close(int file);
}
