using System.Collections.Concurrent;
using System.Diagnostics;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Import;

/// <summary>What happens during an import, told as it happens.</summary>
/// <param name="Kind">«reading», «page», «done», «duplicate», «quarantined», «workerDied», «skipped», «summary».</param>
internal sealed record ImportEvent(string Kind)
{
    public string? File { get; init; }

    public int? Worker { get; init; }

    public int? Page { get; init; }

    public int? Pages { get; init; }

    public string? Reason { get; init; }

    public double? Milliseconds { get; init; }
}

/// <summary>Where an import stands: counts, rate, time left, and the file each worker is at. Safe to call from several threads.</summary>
/// <param name="told">Told of each event.</param>
internal sealed class ImportProgress(Action<ImportEvent>? told)
{
    /// <summary>The rate is that of so many seconds past.</summary>
    private const int Window = 30;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<int, (string File, int Page, int Pages)> atHand = new();
    private readonly Queue<(TimeSpan At, int Ended)> past = [];
    private readonly Lock guard = new();
    private int found, expected, listed, known, done, duplicates, quarantined, deaths;

    /// <summary>Files found so far or counted beforehand, those settled by earlier runs included.</summary>
    public int Found => Math.Max(found, expected);

    /// <summary>Files that the walk has listed: each must be in the journal at the end.</summary>
    public int Listed => listed;

    /// <summary>Settled by earlier runs.</summary>
    public int Known => known;

    public int Done => done;

    public int Duplicates => duplicates;

    public int Quarantined => quarantined;

    /// <summary>Workers that died.</summary>
    public int Deaths => deaths;

    /// <summary>Files of this run that have come to an end.</summary>
    public int Ended => done + duplicates + quarantined;

    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Whether every file has been found, or counted.</summary>
    public bool IsWalked { get; private set; }

    public IEnumerable<(int Worker, string File, int Page, int Pages)> AtHand => atHand.OrderBy(w => w.Key).Select(w => (w.Key, w.Value.File, w.Value.Page, w.Value.Pages));

    /// <summary>The last few files that failed, newest first.</summary>
    public ConcurrentQueue<(string File, string Reason)> Failures { get; } = new();

    /// <summary>Files a second of late.</summary>
    public double Rate
    {
        get
        {
            lock (guard)
            {
                var now = clock.Elapsed;
                past.Enqueue((now, Ended));
                while (past.Count > 2 && now - past.Peek().At > TimeSpan.FromSeconds(Window))
                    past.Dequeue();
                var (at, ended) = past.Peek();
                return (now - at).TotalSeconds > 0.5 ? (Ended - ended) / (now - at).TotalSeconds : Ended / Math.Max(now.TotalSeconds, 0.1);
            }
        }
    }

    /// <summary>Null while it cannot be told.</summary>
    public TimeSpan? Left => Rate is > 0 and var rate && Found - known - Ended is >= 0 and var left ? TimeSpan.FromSeconds(Math.Min(left / rate, 1e7)) : null;

    /// <summary>Takes the number of files from a count ahead of the walk, which waits for the workers.</summary>
    public void Expect(int files)
    {
        expected = files;
        IsWalked = true;
    }

    public void Find(int files) => Interlocked.Add(ref found, files);

    public void List(int files) => Interlocked.Add(ref listed, files);

    public void Know(int files) => Interlocked.Add(ref known, files);

    /// <summary>Takes the counts of the journal, where other machines do the reading.</summary>
    public void Set(ImportCounts counts) => (found, known, done, duplicates, quarantined) = (counts.All, 0, counts.Done, counts.Duplicate, counts.Quarantined);

    public void Walked() => IsWalked = true;

    public void Skip(string path, string reason) => told?.Invoke(new("skipped") { File = path, Reason = reason });

    public void Begin(int worker, string file)
    {
        atHand[worker] = (file, 0, 0);
        told?.Invoke(new("reading") { File = file, Worker = worker });
    }

    public void PageRead(int worker, string file, int page, int pages)
    {
        atHand[worker] = (file, page, pages);
        told?.Invoke(new("page") { File = file, Worker = worker, Page = page, Pages = pages });
    }

    public void Finish(int worker) => atHand.TryRemove(worker, out _);

    public void Died(int worker, string file, string reason)
    {
        Interlocked.Increment(ref deaths);
        told?.Invoke(new("workerDied") { File = file, Worker = worker, Reason = reason });
    }

    public void End(string file, ImportState state, double? milliseconds = null, string? reason = null)
    {
        switch (state)
        {
            case ImportState.Done:
                Interlocked.Increment(ref done);
                break;
            case ImportState.Duplicate:
                Interlocked.Increment(ref duplicates);
                break;
            case ImportState.Quarantined:
                Interlocked.Increment(ref quarantined);
                Failures.Enqueue((file, reason ?? ""));
                while (Failures.Count > 5)
                    Failures.TryDequeue(out _);
                break;
        }
        told?.Invoke(new(state switch { ImportState.Done => "done", ImportState.Duplicate => "duplicate", _ => "quarantined" }) { File = file, Reason = reason, Milliseconds = milliseconds });
    }
}
