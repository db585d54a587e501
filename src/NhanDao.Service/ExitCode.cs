using NhanDao.Parsing;

namespace NhanDao.Service;

/// <summary>What the process returns. docs/cli.md lists them; scripts rely on them.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    public const int Ok = 0;

    /// <summary>A defect of the program.</summary>
    public const int Defect = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A file or folder is not there or may not be read.</summary>
    public const int NoInput = 3;

    /// <summary>A program or library is not installed.</summary>
    public const int MissingTool = 4;

    /// <summary>Results cannot be written.</summary>
    public const int NoOutput = 5;

    /// <summary>Files failed, for different reasons; each has its line.</summary>
    public const int Several = 6;

    /// <summary>A model that would read letters worse was not written.</summary>
    public const int Refused = 7;

    /// <summary>Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>Whoever read the results went away, as in <c>nhandao parse … | head -1</c>.</summary>
    public const int BrokenPipe = 141;

    /// <summary>A file holds nothing that can be read: a code for each reason.</summary>
    public static int Unreadable(UnreadableReason reason) => reason switch
    {
        UnreadableReason.Empty => 10,
        UnreadableReason.UnknownFormat => 11,
        UnreadableReason.Damaged => 12,
        UnreadableReason.Encrypted => 13,
        UnreadableReason.TooLarge => 14,
        UnreadableReason.TooCostly => 15,
        _ => Defect,
    };

    /// <summary>The reason that <see cref="Unreadable"/> gives <paramref name="code"/>; null for a code of another kind.</summary>
    public static UnreadableReason? ReasonOf(int code) =>
        Enum.GetValues<UnreadableReason>().Cast<UnreadableReason?>().FirstOrDefault(reason => Unreadable(reason!.Value) == code);

    /// <summary>The code of a run over several files: that of the failures when they are alike.</summary>
    public static int Of(IReadOnlySet<int> failures) => failures.Count switch
    {
        0 => Ok,
        1 => failures.First(),
        _ => Several,
    };
}
