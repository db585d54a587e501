using NhanDao.Benchmarks;
using NhanDao.Benchmarks.Hostile;

// A stopwatch harness of our own: what is asked here are throughput, percentiles over different letters, a ratio against another
// program measured in turns, and the peak memory of a process. BenchmarkDotNet answers none of these (it measures one method on one
// input), and it builds and starts a project for each case, which takes minutes.
switch (args)
{
    case ["text", ..]:
        TextBenchmark.Run(Number(args, 1, 20));
        return 0;
    case ["scan", ..]:
        await ScanBenchmark.RunAsync(Number(args, 1, 5));
        return 0;
    case ["memory", .. var files]:
        MemoryBenchmark.Run(files);
        return 0;
    case [MemoryBenchmark.Child, .. var files]:
        await MemoryBenchmark.RunChildAsync(files);
        return 0;
    case ["reading", var folder, .. var wishes]:
        await ReadingBenchmark.RunAsync(folder, wishes.Contains("--steps"), wishes.Contains("--list"));
        return 0;
    case ["lines", ..]:
        LinesBenchmark.Run(Number(args, 1, 20));
        return 0;
    case ["references"]:
        ReferencesBenchmark.Run();
        return 0;
    case ["hostile", var program, ..]:
        return HostileRun.Run(tally => new HostileCommand(program, tally), Number(args, 2, 300), Number(args, 3, 2000), Number(args, 4, 1), args.ElementAtOrDefault(5));
    case ["hostile-service", var program, ..]:
        return HostileRun.Run(tally => new HostileService(program, tally), Number(args, 2, 300), Number(args, 3, 2000), Number(args, 4, 1), args.ElementAtOrDefault(5));
    default:
        Console.Error.WriteLine("""
            usage: dotnet run -c Release --project bench/NhanDao.Benchmarks -- WHAT
              text [ROUNDS]     typed letters of corpus/: letters a second on one core, latency
              scan [ROUNDS]     clean scans of corpus/ against the tesseract program on the same pages, in turns
              memory [FILE...]  peak resident memory of a process that reads scans one after the other
              hostile NHANDAO [FILES] [TEXTS] [SEED] [KEEP]
                                spoilt files and texts through a built nhandao; what breaks it is kept in KEEP
              hostile-service NHANDAO [FILES] [TEXTS] [SEED] [KEEP]
                                the same through nhandao serve
              reading FOLDER [--steps] [--list]
                                letters and words read wrong, by tesseract alone and by us, on PDFs or on pictures with their text
              lines [ROUNDS]    labelling: lines a second on the recorded scans of corpus/
              references        citation finding: megabytes a second, and how time grows on hostile text
            """);
        return 2;
}

static int Number(string[] args, int index, int otherwise) =>
    args.Length > index ? int.Parse(args[index], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
