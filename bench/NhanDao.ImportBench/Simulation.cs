using System.Globalization;

namespace NhanDao.ImportBench;

/// <summary>What one letter costs each part, as measured (docs/scale.md says where), in seconds.</summary>
/// <param name="Worker">A core's time to read it.</param>
/// <param name="Broker">The broker's time for publish, deliver and acknowledge, one after the other.</param>
/// <param name="Database">The database's time for claim, letter and journal on one of its cores.</param>
/// <param name="DatabaseCores">Cores of the database server.</param>
internal sealed record Costs(double Worker, double Broker, double Database, int DatabaseCores);

/// <summary>
/// Many workers on one broker and one database, event by event: a worker takes a message (the broker serves one at a time), reads (times
/// spread as letters' sizes do), and writes (the database serves as many at a time as it has cores). Workers die and come back; a letter at
/// hand is then read again by another.
/// </summary>
internal static class Simulation
{
    private const double MeanTimeToDeath = 24 * 3600, Restart = 5;

    /// <summary>Letters have between one page and many: the spread of a log-normal with this sigma is near that of the real ones.</summary>
    private const double Spread = 0.8;

    public static void Run(Costs costs)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a letter: {costs.Worker * 1000:0.0} ms of a worker, {costs.Broker * 1000:0.000} ms of the broker, {costs.Database * 1000:0.0} ms of one of {costs.DatabaseCores} database cores"));
        Console.WriteLine("workers  letters/s  of linear  broker  database  waiting for both, mean ms  read twice");
        foreach (var workers in new[] { 10, 20, 50, 100, 200, 500, 1000 })
            Console.WriteLine(Run(workers, letters: Math.Max(20_000, 200 * workers), costs, new Random(workers)));
        Console.WriteLine();
        Console.WriteLine("one tenant sends 90 % of the letters; 100 workers at 80 % of their rate; another tenant's letters wait, mean s");
        Console.WriteLine(Tenants(shared: true, costs));
        Console.WriteLine(Tenants(shared: false, costs));
    }

    private static string Run(int workers, int letters, Costs costs, Random random)
    {
        var ready = new PriorityQueue<int, double>();
        for (var i = 0; i < workers; i++)
            ready.Enqueue(2 * i, random.NextDouble() * costs.Worker);
        var (brokerFree, brokerBusy, databaseBusy, waited) = (0.0, 0.0, 0.0, 0.0);
        var database = new PriorityQueue<int, double>(Enumerable.Range(0, costs.DatabaseCores).Select(i => (i, 0.0)));
        var (done, again) = (0, 0);
        var end = 0.0;
        // Two kinds of event for a worker: it is ready to take (even), or has read and is ready to write (odd).
        while (done < letters && ready.TryDequeue(out var what, out var now))
        {
            if (what % 2 == 0)
            {
                var begin = Math.Max(now, brokerFree);
                (brokerFree, brokerBusy, waited) = (begin + costs.Broker, brokerBusy + costs.Broker, waited + begin - now);
                var reading = costs.Worker * Math.Exp(Spread * Normal(random) - Spread * Spread / 2);
                if (random.NextDouble() < reading / MeanTimeToDeath)
                {
                    again++;
                    ready.Enqueue(what, brokerFree + reading / 2 + Restart);
                }
                else
                    ready.Enqueue(what + 1, brokerFree + reading);
                continue;
            }
            database.TryDequeue(out var core, out var free);
            var start = Math.Max(now, free);
            (waited, databaseBusy, end) = (waited + start - now, databaseBusy + costs.Database, start + costs.Database);
            database.Enqueue(core, end);
            ready.Enqueue(what - 1, end);
            done++;
        }
        var linear = workers / (costs.Worker + costs.Broker + costs.Database);
        return string.Create(CultureInfo.InvariantCulture,
            $"{workers,7}  {done / end,9:0.0}  {done / end / linear,9:P0}  {brokerBusy / end,6:P0}  {databaseBusy / end / costs.DatabaseCores,8:P0}  {waited / done * 1000,26:0.0}  {again,10}");
    }

    /// <summary>First come, first served in one queue; or a queue for each tenant, of which workers take in turns.</summary>
    private static string Tenants(bool shared, Costs costs)
    {
        const int workers = 100, hot = 60_000, other = hot / 9;
        var random = new Random(1);
        var rate = 0.8 * workers / costs.Worker;
        // The hot tenant sends a whole hour's letters at once, the other one as they come.
        var span = (hot + other) / rate;
        var arrivals = Enumerable.Range(0, hot).Select(_ => (At: 0.0, Hot: true)).Concat(Enumerable.Range(0, other).Select(_ => (At: random.NextDouble() * span, Hot: false))).OrderBy(a => a.At).ToList();
        var queues = new[] { new Queue<double>(), new Queue<double>() };
        var order = new Queue<(double At, bool Hot)>();
        var free = new PriorityQueue<int, double>(Enumerable.Range(0, workers).Select(i => (i, 0.0)));
        var (next, waited, served, turn) = (0, 0.0, 0, 0);
        while (served < other && free.TryDequeue(out var worker, out var now))
        {
            while (next < arrivals.Count && (arrivals[next].At <= now || (order.Count == 0 && queues[0].Count + queues[1].Count == 0)))
            {
                now = Math.Max(now, arrivals[next].At);
                if (shared)
                    order.Enqueue(arrivals[next]);
                else
                    queues[arrivals[next].Hot ? 0 : 1].Enqueue(arrivals[next].At);
                next++;
            }
            (double At, bool Hot) letter;
            if (shared)
                letter = order.Dequeue();
            else
            {
                turn = queues[1 - turn].Count > 0 ? 1 - turn : turn;
                letter = (queues[turn].Dequeue(), turn == 0);
            }
            if (!letter.Hot)
                (waited, served) = (waited + now - letter.At, served + 1);
            free.Enqueue(worker, now + costs.Worker * Math.Exp(Spread * Normal(random) - Spread * Spread / 2));
        }
        return string.Create(CultureInfo.InvariantCulture, $"{(shared ? "one queue" : "a queue for each tenant"),24}  {waited / served,8:0.0}");
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
