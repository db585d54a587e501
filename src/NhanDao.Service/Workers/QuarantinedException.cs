namespace NhanDao.Service.Workers;

/// <summary>A file has killed every worker that tried it, and is set aside for a person.</summary>
/// <param name="reason">In one line, with the number of attempts.</param>
/// <param name="log">The end of what the last worker wrote to standard error.</param>
internal sealed class QuarantinedException(string reason, string log) : Exception(reason)
{
    public string Log { get; } = log;
}
