using System.Runtime.InteropServices;

namespace NhanDao.Parsing.Tests;

/// <summary>Processor time of this thread. Unlike the wall clock it does not count the time in which a busy machine runs somebody else's work.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID of <time.h>, Linux

    public static double Milliseconds => GetTime(ThreadCpuTime, out var time) == 0 ? time.Seconds * 1e3 + time.Nanoseconds / 1e6
        : throw new PlatformNotSupportedException("The thread's processor time is read from Linux.");

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpec time);

    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);
}
