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
}
