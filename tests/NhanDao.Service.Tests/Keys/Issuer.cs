using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static System.Buffers.Text.Base64Url;

namespace NhanDao.Service.Tests.Keys;

/// <summary>An OpenID Connect issuer of the test's own on the loopback: a discovery document, a set of keys, and tokens signed by hand, so that they can be wrong.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RSA key = RSA.Create(2048), stranger = RSA.Create(2048);

    private Issuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => TypedResults.Text(new JsonObject { ["issuer"] = Address, ["jwks_uri"] = Address + "/keys" }.ToJsonString(), "application/json"));
        app.MapGet("/keys", () => TypedResults.Text(new JsonObject { ["keys"] = new JsonArray(PublicKey()) }.ToJsonString(), "application/json"));
    }

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<Issuer> StartAsync()
    {
        var issuer = new Issuer();
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>A token that is right, but for what is given: a claim with null is left out.</summary>
    public string Token(string scope, params (string Name, JsonNode? Value)[] claims) => Signed(key, "RS256", scope, claims);

    /// <summary>Signed by a key that is not the issuer's and says it is.</summary>
    public string ByStranger(string scope) => Signed(stranger, "RS256", scope);

    /// <summary>Not signed at all, and says so.</summary>
    public string Unsigned(string scope) => Parts("none", scope) + ".";

    /// <summary>Signed with the public key as if it were a shared secret, which a verifier that takes any algorithm falls for.</summary>
    public string WithPublicKeyAsSecret(string scope)
    {
        var parts = Parts("HS256", scope);
        return $"{parts}.{EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(parts)))}";
    }

    /// <summary>With more scopes written into it after it was signed.</summary>
    public string Changed(string scope, string wanted) => Parts("RS256", wanted) + "." + Token(scope).Split('.')[2];

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
        stranger.Dispose();
    }

    private string Signed(RSA by, string algorithm, string scope, params (string Name, JsonNode? Value)[] claims)
    {
        var parts = Parts(algorithm, scope, claims);
        return $"{parts}.{EncodeToString(by.SignData(Encoding.ASCII.GetBytes(parts), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private string Parts(string algorithm, string scope, params (string Name, JsonNode? Value)[] claims)
    {
        var now = DateTimeOffset.UtcNow;
        var payload = new JsonObject
        {
            ["iss"] = Address,
            ["aud"] = "nhandao",
            ["sub"] = "user-1",
            ["name"] = "Trần Thị B",
            ["scope"] = scope,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in claims)
            if (value is null)
                payload.Remove(name);
            else
                payload[name] = value;
        return $"{Encode(new() { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = "k1" })}.{Encode(payload)}";

        static string Encode(JsonObject part) => EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
    }

    private JsonObject PublicKey()
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = "k1", ["n"] = EncodeToString(numbers.Modulus), ["e"] = EncodeToString(numbers.Exponent) };
    }
}
