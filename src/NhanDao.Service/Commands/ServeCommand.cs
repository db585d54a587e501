using System.CommandLine;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NhanDao.Service.Hosting;

namespace NhanDao.Service.Commands;

/// <summary><c>nhandao serve</c>: the HTTP service, until it is told to stop.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    public static Command Create()
    {
        var listen = new Option<IPEndPoint>("--listen")
        {
            Description = "Address and port. Only this machine reaches the default; put a proxy with TLS in front before you open it.",
            HelpName = "ADDRESS:PORT",
            DefaultValueFactory = _ => new(IPAddress.Loopback, 8080),
            CustomParser = result =>
            {
                if (IPEndPoint.TryParse(result.Tokens[0].Value, out var end) && result.Tokens[0].Value.Contains(':', StringComparison.Ordinal))
                    return end;
                result.AddError($"--listen takes an address and a port, such as 127.0.0.1:8080, not '{result.Tokens[0].Value}'.");
                return null;
            },
        };
        var settings = new Option<string>("--settings") { Description = "JSON file with the section \"NhanDao\"; docs/service.md lists what can be set.", HelpName = "FILE" };
        var store = new StoreOptions();
        var command = new Command(Name, "Serves letters over HTTP: parse, keep, search, review.") { listen, settings };
        store.AddTo(command);
        command.SetAction((result, cancellation) => RunAsync(result.GetRequiredValue(listen), store.Of(result), result.GetValue(settings), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IPEndPoint listen, Dictionary<string, string?> settings, string? file, CancellationToken cancellation)
    {
        WebApplication app;
        try
        {
            app = ServiceHost.Build(listen, settings, file);
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidDataException or FormatException)
        {
            throw new WrongSettingsException($"The settings are wrong: {e.Message}", e);
        }
        await using (app.ConfigureAwait(false))
        {
            var lifetime = app.Services.GetRequiredService<Lifetime>();
            var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("NhanDao.Service");
            lifetime.Ready();
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            Log.Ready(logger, address, (long)(DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds);

            var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopping);
            await Task.Delay(Timeout.Infinite, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lifetime.Drain();
            Log.Draining(logger);
            await Task.Delay(TimeSpan.FromSeconds(app.Services.GetRequiredService<IOptions<ServiceOptions>>().Value.DrainSeconds), CancellationToken.None).ConfigureAwait(false);
            await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
        return ExitCode.Ok;
    }
}
