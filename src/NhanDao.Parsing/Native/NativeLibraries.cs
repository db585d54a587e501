using System.Reflection;
using System.Runtime.InteropServices;

namespace NhanDao.Parsing.Native;

/// <summary>Finds the two native libraries under the names that Debian has given them, and sets what must be set before they load.</summary>
internal static partial class NativeLibraries
{
    public const string Tesseract = "tesseract", Leptonica = "leptonica";

    /// <summary>Most recent first; the last is the development name.</summary>
    private static readonly string[] TesseractNames = ["libtesseract.so.5", "libtesseract.so"];
    private static readonly string[] LeptonicaNames = ["libleptonica.so.6", "liblept.so.5", "libleptonica.so"];

    static NativeLibraries()
    {
        // Left at its default, OpenMP makes one page 1.8 times slower and two parallel pages up to 6 times. libgomp reads the
        // variable with getenv when it is loaded, and .NET's own SetEnvironmentVariable does not reach getenv: hence setenv.
        _ = SetEnvironment("OMP_THREAD_LIMIT", "1", 1);
        ReturnMemory();
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
    }

    /// <summary>
    /// glibc raises the size from which a block is mapped, and so given back when it is freed, with every large block that is freed: after
    /// some pages the pictures of a page (8–25 MB each) come from heaps that only grow, one for each thread that ever read a page.
    /// A fixed size, and no more heaps than processors, keep a worker on two cores below 300 MB. It concerns the whole process.
    /// </summary>
    private static void ReturnMemory()
    {
        try
        {
            _ = SetAllocator(MapFrom, 1024 * 1024);
            _ = SetAllocator(MostHeaps, Environment.ProcessorCount);
        }
        catch (EntryPointNotFoundException)
        {
            // musl has no such settings, and no such habit.
        }
    }

    private const int MapFrom = -3, MostHeaps = -8; // M_MMAP_THRESHOLD, M_ARENA_MAX of <malloc.h>

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetAllocator(int parameter, int value);

    /// <summary>Called by the static constructor of each class with imports, so that it runs before their first call.</summary>
    public static void Prepare()
    {
        // The work is in the static constructor: it runs once.
    }

    /// <summary>Whether <paramref name="library"/> (one of the two constants) can be loaded here.</summary>
    public static bool IsInstalled(string library)
    {
        var handle = Resolve(library, typeof(NativeLibraries).Assembly, null);
        if (handle == 0)
            return false;
        NativeLibrary.Free(handle); // the runtime takes its own reference when an import is called
        return true;
    }

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        foreach (var name in library switch { Tesseract => TesseractNames, Leptonica => LeptonicaNames, _ => [] })
            if (NativeLibrary.TryLoad(name, out var handle))
                return handle;
        return 0; // the default rules go on, and end in DllNotFoundException
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
