namespace NhanDao.Service.Workers;

/// <summary>A worker could not read a file through no fault of the file: a tool is missing, the file is gone, or the program is defective.</summary>
internal sealed class WorkerFailedException(Failure failure) : Exception(failure.Message)
{
    public Failure Failure { get; } = failure;
}
