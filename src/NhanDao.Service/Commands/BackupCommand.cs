using System.CommandLine;
using System.Globalization;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao backup</c> and <c>nhandao restore</c>: the whole store to one file and back, also from one kind of database to the other.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The backup, a tar file that is not there yet." };
        var store = new StoreOptions();
        var command = new Command("backup", "Writes letters, files, jobs and keys to one file, while the service runs.") { file };
        store.AddTo(command);
        command.SetAction((result, cancellation) => WithStoreAsync(store, result, async (database, content) =>
        {
            var path = result.GetRequiredValue(file);
            if (File.Exists(path))
                throw new WrongSettingsException($"{path} is there already.");
            var half = path + ".part";
            try
            {
                (long Rows, int Files) written;
                var output = new FileStream(half, FileMode.Create, FileAccess.Write);
                await using (output.ConfigureAwait(false))
                {
                    written = await Backup.WriteAsync(database, content, output, cancellation).ConfigureAwait(false);
                    output.Flush(flushToDisk: true);
                }
                File.Move(half, path); // whole, or not at all
                await TellAsync(result, written, "written to", path).ConfigureAwait(false);
            }
            finally
            {
                File.Delete(half);
            }
        }, cancellation));
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("FILE") { Description = "What nhandao backup wrote." };
        var store = new StoreOptions();
        var command = new Command("restore", "Fills an empty store from a backup.") { file };
        store.AddTo(command);
        command.SetAction((result, cancellation) => WithStoreAsync(store, result, async (database, content) =>
        {
            var input = File.OpenRead(result.GetRequiredValue(file));
            await using (input.ConfigureAwait(false))
                await TellAsync(result, await Backup.ReadAsync(database, content, input, cancellation).ConfigureAwait(false), "restored from", result.GetRequiredValue(file)).ConfigureAwait(false);
        }, cancellation));
        return command;
    }

    private static async Task<int> WithStoreAsync(StoreOptions store, ParseResult result, Func<LetterDatabase, ContentStore, Task> use, CancellationToken cancellation)
    {
        var options = store.Read(result);
        options.MakeDataFolder();
        using var database = LetterDatabase.Of(options.DatabaseConnection);
        await database.MigrateAsync(cancellation).ConfigureAwait(false);
        await use(database, new(options.FilesFolder)).ConfigureAwait(false);
        return ExitCode.Ok;
    }

    private static Task TellAsync(ParseResult result, (long Rows, int Files) count, string what, string path) =>
        result.InvocationConfiguration.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"nhandao: {count.Rows} rows and {count.Files} files {what} {path}"));
}
