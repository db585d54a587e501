using System.CommandLine;

namespace NhanDao.Service.Commands;

/// <summary><c>--queue amqp://…</c>, which several commands take.</summary>
internal static class QueueAddress
{
    public static Option<Uri?> Option(string description) => new("--queue")
    {
        Description = description,
        HelpName = "amqp://…",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address is { Scheme: "amqp" or "amqps" })
                return address;
            result.AddError("--queue takes the address of a broker: amqp://user:password@host:5672.");
            return null;
        },
    };
}
