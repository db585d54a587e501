namespace NhanDao.Service.Hosting;

/// <summary>Whether the service is ready for work, and whether it still takes any.</summary>
internal sealed class Lifetime
{
    private volatile bool ready, draining;

    public bool IsReady => ready && !draining;

    public bool IsDraining => draining;

    public void Ready() => ready = true;

    /// <summary>From now on new work is refused with 503.</summary>
    public void Drain() => draining = true;
}
