using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NhanDao.Parsing;

/// <summary>Registers the parser with an application's services.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Adds one <see cref="LetterParser"/> for all to share. What the application has registered before stays.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="options">Limits and choices; null for the defaults.</param>
    public static IServiceCollection AddNhanDaoParsing(this IServiceCollection services, ParsingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(options ?? ParsingOptions.Default);
        services.TryAddSingleton(provider => new LetterParser(provider.GetRequiredService<ParsingOptions>()));
        return services;
    }
}
