using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace NhanDao.Service.Hosting;

/// <summary>
/// The meters of the service, of ASP.NET Core and of the runtime in the Prometheus text format (0.0.4). Counters and gauges are sums; durations
/// are histograms. A small writer of our own: OpenTelemetry's exporter of this format is
/// a beta still, and would add three packages to every start.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    /// <summary>Seconds. From a typed letter to a long scan.</summary>
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

    private const int MostSeries = 2000; // a label with too many values must not fill the memory

    private static readonly string[] Meters =
        [ServiceMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> series = new();

    public void Start()
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Record(i, value, tags));
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Record(i, value, tags));
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Record(i, value, tags));
        listener.Start();
    }

    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var metric in series.GroupBy(s => s.Key.Instrument).OrderBy(g => g.Key.Name, StringComparer.Ordinal))
        {
            var instrument = metric.Key;
            var (name, type) = NameOf(instrument);
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description?.Replace('\n', ' ')}\n# TYPE {name} {type}\n");
            foreach (var ((_, labels), values) in metric.OrderBy(s => s.Key.Labels, StringComparer.Ordinal))
                values.Write(text, name, labels);
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (instrument, Labels(tags));
        if (!series.TryGetValue(key, out var one))
        {
            if (series.Count >= MostSeries)
                return;
            one = series.GetOrAdd(key, _ => NameOf(instrument).Type == "histogram" ? new Series(Bounds.Length + 1) : new Series(0));
        }
        one.Record(value, isCurrent: instrument.IsObservable);
    }

    private static (string Name, string Type) NameOf(Instrument instrument)
    {
        var name = string.Concat(instrument.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        if (instrument.Unit is "s")
            name += "_seconds";
        else if (instrument.Unit is "By")
            name += "_bytes";
        var kind = instrument.GetType().Name;
        return kind.StartsWith("Histogram", StringComparison.Ordinal) ? (name, "histogram")
            : kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? (name + "_total", "counter")
            : (name, "gauge");
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var text = new StringBuilder();
        foreach (var (label, value) in tags)
        {
            if (text.Length > 0)
                text.Append(',');
            foreach (var c in label)
                text.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
            text.Append("=\"").Append(Convert.ToString(value, CultureInfo.InvariantCulture)?.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
        }
        return text.ToString();
    }

    /// <summary>One metric with one set of labels.</summary>
    private sealed class Series(int buckets)
    {
        private readonly Lock access = new();
        private readonly long[] counts = new long[buckets];
        private double sum;
        private long count;

        public void Record(double value, bool isCurrent)
        {
            lock (access)
            {
                sum = isCurrent ? value : sum + value;
                count++;
                if (counts.Length > 0)
                {
                    var at = Array.BinarySearch(Bounds, value);
                    counts[at >= 0 ? at : ~at]++;
                }
            }
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            lock (access)
            {
                var braces = labels.Length > 0 ? $"{{{labels}}}" : "";
                if (counts.Length == 0)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{braces} {sum:R}\n");
                    return;
                }
                long below = 0;
                for (var i = 0; i < counts.Length; i++)
                {
                    below += counts[i];
                    var bound = i < Bounds.Length ? Bounds[i].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{(labels.Length > 0 ? "," : "")}le=\"{bound}\"}} {below}\n");
                }
                text.Append(CultureInfo.InvariantCulture, $"{name}_sum{braces} {sum:R}\n{name}_count{braces} {count}\n");
            }
        }
    }
}
