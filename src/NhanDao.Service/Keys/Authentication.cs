using System.Collections.Frozen;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NhanDao.Service.Hosting;
using NhanDao.Service.Storage;

namespace NhanDao.Service.Keys;

/// <summary>Takes keys from <c>Authorization: Bearer</c> or <c>X-Api-Key</c>.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "key", Header = "X-Api-Key";

    /// <summary>The secret that a request carries; null when it carries none.</summary>
    public static string? SecretOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } bearer] && bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? bearer["Bearer ".Length..].Trim()
        : request.Headers[Header] is [{ Length: > 0 } secret] ? secret : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
        SecretOf(Request) is not { } secret ? AuthenticateResult.NoResult()
        : await keys.FindAsync(secret, Context.RequestAborted).ConfigureAwait(false) is { } key ? AuthenticateResult.Success(new(Caller.User(key, Name), Name))
        : AuthenticateResult.Fail("The key is unknown or revoked.");

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Unauthorized.Because($"Send a key as «Authorization: Bearer {ApiKeys.Prefix}…». Keys are made with: nhandao keys create NAME --scopes read,parse").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problem.Forbidden.Because().ExecuteAsync(Context);
}

/// <summary>What an endpoint asks of its caller.</summary>
internal static class Access
{
    /// <summary>Any of the scopes.</summary>
    public const string ReadOrParse = "read-or-parse", Read = "read", Parse = "parse", Review = "review", Admin = "admin";

    private const string Either = "either";

    /// <summary>With a key that only the issuer has: never a shared secret, never none.</summary>
    private static readonly string[] Signatures = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly FrozenDictionary<string, Scopes> TokenScopes =
        new[] { Scopes.Read, Scopes.Parse, Scopes.Review, Scopes.Admin }.ToFrozenDictionary(s => "nhandao." + s.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Keys always; tokens of an OpenID Connect issuer where one is named.</summary>
    public static void Add(IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton<ApiKeys>();
        var authentication = services.AddAuthentication(Either)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Name, null)
            .AddPolicyScheme(Either, null, scheme => scheme.ForwardDefaultSelector = context =>
                options.OidcAuthority is not null && KeyAuthentication.SecretOf(context.Request) is { } secret && !secret.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal)
                    ? JwtBearerDefaults.AuthenticationScheme : KeyAuthentication.Name);
        if (options.OidcAuthority is { } authority)
            authentication.AddJwtBearer(bearer =>
            {
                bearer.Authority = authority;
                bearer.Audience = options.OidcAudience;
                bearer.MapInboundClaims = false;
                bearer.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
                bearer.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
                bearer.TokenValidationParameters.ValidAlgorithms = Signatures;
                bearer.Events = new() { OnTokenValidated = Accept, OnAuthenticationFailed = Fail, OnChallenge = Refuse };
            });
        services.AddAuthorizationBuilder()
            .AddPolicy(ReadOrParse, p => Require(p, Scopes.Read | Scopes.Parse | Scopes.Review | Scopes.Admin))
            .AddPolicy(Read, p => Require(p, Scopes.Read | Scopes.Review | Scopes.Admin))
            .AddPolicy(Parse, p => Require(p, Scopes.Parse))
            .AddPolicy(Review, p => Require(p, Scopes.Review))
            .AddPolicy(Admin, p => Require(p, Scopes.Admin))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()); // closed unless an endpoint says otherwise
    }

    private static void Require(AuthorizationPolicyBuilder policy, Scopes any) =>
        policy.RequireAuthenticatedUser().RequireAssertion(context => (Caller.ScopesOf(context.User) & any) != 0);

    /// <summary>A token's «scope» of «nhandao.read nhandao.parse» is what a key's scopes are.</summary>
    private static Task Accept(TokenValidatedContext context)
    {
        var user = context.Principal!;
        if (user.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            context.Fail("The token names no subject."); // all such tokens would be one caller
            return Task.CompletedTask;
        }
        var scopes = Scopes.None;
        foreach (var word in user.FindAll("scope").Concat(user.FindAll("scp")).SelectMany(c => c.Value.Split(' ')))
            scopes |= TokenScopes.GetValueOrDefault(word);
        context.Principal = Caller.User("oidc " + subject, user.FindFirstValue("name") ?? user.FindFirstValue("preferred_username") ?? subject, null, scopes, JwtBearerDefaults.AuthenticationScheme);
        return Task.CompletedTask;
    }

    /// <summary>Whatever is wrong with a token, it is refused.</summary>
    private static Task Fail(AuthenticationFailedContext context)
    {
        context.Fail(context.Exception);
        return Task.CompletedTask;
    }

    private static async Task Refuse(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        if (!await HasKeysAsync(context).ConfigureAwait(false))
        {
            context.Response.Headers.RetryAfter = "10";
            await Problem.IssuerAway.Because().ExecuteAsync(context.HttpContext).ConfigureAwait(false);
            return;
        }
        context.Response.Headers.WWWAuthenticate = "Bearer";
        await Problem.Unauthorized.Because("The token is not valid here: it is expired, made out to somebody else, or not signed by the issuer that this service trusts.").ExecuteAsync(context.HttpContext).ConfigureAwait(false);
    }

    /// <summary>Whether the issuer has told its keys; where it cannot be asked, that is not the token's fault.</summary>
    private static async Task<bool> HasKeysAsync(JwtBearerChallengeContext context)
    {
        try
        {
            await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or IOException)
        {
            return false;
        }
    }
}
