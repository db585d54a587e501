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
                bearer.Events = new() { OnTokenValidated = Accept, OnChallenge = Refuse };
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
        var scopes = Scopes.None;
        foreach (var word in user.FindAll("scope").Concat(user.FindAll("scp")).SelectMany(c => c.Value.Split(' ')))
            if (word.StartsWith("nhandao.", StringComparison.Ordinal) && Enum.TryParse<Scopes>(word["nhandao.".Length..], ignoreCase: true, out var scope))
                scopes |= scope;
        var subject = user.FindFirstValue("sub") ?? "";
        context.Principal = Caller.User("oidc " + subject, user.FindFirstValue("name") ?? user.FindFirstValue("preferred_username") ?? subject, null, scopes, JwtBearerDefaults.AuthenticationScheme);
        return Task.CompletedTask;
    }

    private static Task Refuse(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Unauthorized.Because("The token is not valid here.").ExecuteAsync(context.HttpContext);
    }
}
