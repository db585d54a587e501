using System.CommandLine;
using NhanDao.Service.Hosting;

namespace NhanDao.Service.Commands;

/// <summary><c>--data</c> and <c>--database</c>: where letters are kept.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string> data = new("--data") { Description = $"Folder of the files and the SQLite database; {ServiceOptions.DefaultDataFolder} if not given.", HelpName = "DIR" };
    private readonly Option<string> database = new("--database") { Description = "PostgreSQL instead of SQLite: \"Host=…;Database=…;Username=…\".", HelpName = "CONNECTION" };

    public void AddTo(Command command)
    {
        command.Add(data);
        command.Add(database);
    }

    /// <summary>As settings of <see cref="ServiceOptions"/>.</summary>
    public Dictionary<string, string?> Of(ParseResult result)
    {
        var settings = new Dictionary<string, string?>();
        if (result.GetValue(data) is { } folder)
            settings[$"{ServiceOptions.Section}:{nameof(ServiceOptions.DataFolder)}"] = Path.GetFullPath(folder);
        if (result.GetValue(database) is { } connection)
            settings[$"{ServiceOptions.Section}:{nameof(ServiceOptions.Database)}"] = connection;
        return settings;
    }

    /// <summary>With what the environment says beside it, for commands that need no more of the service.</summary>
    public ServiceOptions Read(ParseResult result) => ServiceOptions.Read(Of(result));
}
