using System.Runtime.InteropServices;

namespace NhanDao.Benchmarks;

/// <summary>
/// Processor time of this thread: what a letter costs a core. Unlike the wall clock it does not count the time in which a busy machine
/// runs somebody else's work. (The tests compile this file, too.)
/// </summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID of <time.h>, Linux

    public static double Milliseconds => GetTime(ThreadCpuTime, out var time) == 0 ? time.Seconds * 1e3 + time.Nanoseconds / 1e6
        : throw new PlatformNotSupportedException("The thread's processor time is read from Linux.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);
}
