using System.Diagnostics.Metrics;

namespace NhanDao.Service.Hosting;

/// <summary>What the service counts, besides what ASP.NET Core counts of requests.</summary>
internal sealed class ServiceMeter : IDisposable
{
    public const string Name = "NhanDao.Service";

    private readonly Meter meter = new(Name);
    private readonly Histogram<double> reading;
    private readonly Counter<long> refused, jobs;

    public ServiceMeter()
    {
        reading = meter.CreateHistogram<double>("nhandao.reading.duration", "s", "Readings of files, by outcome.");
        refused = meter.CreateCounter<long>("nhandao.refused", description: "Requests refused, by problem.");
        jobs = meter.CreateCounter<long>("nhandao.jobs", description: "Jobs that ended, by state.");
    }

    public void Read(string outcome, TimeSpan time) => reading.Record(time.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    public void Refused(string problem) => refused.Add(1, new KeyValuePair<string, object?>("problem", problem));

    public void JobEnded(string state) => jobs.Add(1, new KeyValuePair<string, object?>("state", state));

    /// <summary>A value that is asked for when it is to be shown.</summary>
    public void Watch(string name, string description, Func<long> value) => meter.CreateObservableGauge(name, value, description: description);

    public void Dispose() => meter.Dispose();
}
