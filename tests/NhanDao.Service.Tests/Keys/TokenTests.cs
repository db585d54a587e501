using System.Net;
using System.Text.Json.Nodes;
using NhanDao.Service.Hosting;
using NhanDao.Service.Storage;
using NhanDao.Service.Tests.Hosting;

namespace NhanDao.Service.Tests.Keys;

public sealed class TokenTests
{
    private const string All = "nhandao.read nhandao.parse nhandao.review nhandao.admin";

    [Fact]
    public async Task A_token_opens_what_its_scopes_say_and_nothing_else()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await StartAsync(issuer.Address);
        Assert.Equal("Trần Thị B: read,parse,review,admin", await CallerAsync(service, issuer.Token("openid " + All)));
        Assert.Equal("Trần Thị B: read", await CallerAsync(service, issuer.Token("nhandao.read email")));
        Assert.Equal("Trần Thị B: read,parse", await CallerAsync(service, issuer.Token("", ("scope", null), ("scp", new JsonArray("nhandao.read", "nhandao.parse")))));
        Assert.Equal("user-1: read", await CallerAsync(service, issuer.Token("nhandao.read", ("name", null))));
        Assert.Equal("Trần Thị B: read", await CallerAsync(service, issuer.Token("nhandao.read", ("aud", new JsonArray("other", "nhandao")))));
        // No number, no other spelling and no other system's scope is one of ours.
        Assert.Equal("Trần Thị B: ", await CallerAsync(service, issuer.Token("nhandao.15 nhandao.8 nhandao.READ nhandao.read,admin nhandao. nhandao.none admin read other.admin")));

        using var reader = service.Client(issuer.Token("nhandao.read"));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/v1/letters")).StatusCode);
        Assert.Equal("forbidden", await (await reader.PostAsync(Requests.Text("Số: 12/UBND-VX"))).ProblemAsync());
        using var parser = service.Client(issuer.Token("nhandao.read nhandao.parse"));
        Assert.Equal(HttpStatusCode.Created, (await parser.PostAsync(Requests.Text("Số: 12/UBND-VX"))).StatusCode);
    }

    [Fact]
    public async Task A_token_that_is_wrong_in_any_way_opens_nothing()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var other = await Issuer.StartAsync();
        await using var service = await StartAsync(issuer.Address);
        var now = DateTimeOffset.UtcNow;
        foreach (var (what, token) in new (string, string)[]
        {
            ("expired", issuer.Token(All, ("exp", now.AddMinutes(-1).ToUnixTimeSeconds()))),
            ("without an end", issuer.Token(All, ("exp", null))),
            ("not valid yet", issuer.Token(All, ("nbf", now.AddMinutes(3).ToUnixTimeSeconds()))),
            ("made out to another", issuer.Token(All, ("aud", "other"))),
            ("made out to nobody", issuer.Token(All, ("aud", null))),
            ("of another issuer", other.Token(All)),
            ("of an issuer that it does not have", issuer.Token(All, ("iss", "http://127.0.0.1:1"))),
            ("without an issuer", issuer.Token(All, ("iss", null))),
            ("signed by a stranger", issuer.ByStranger(All)),
            ("unsigned", issuer.Unsigned(All)),
            ("signed with the public key as a secret", issuer.WithPublicKeyAsSecret(All)),
            ("changed after it was signed", issuer.Changed("nhandao.read", All)),
            ("of nobody", issuer.Token(All, ("sub", null))),
            ("broken off", issuer.Token(All)[..^20]),
            ("no token", "a.b.c"),
            ("no token at all", "abc"),
        })
        {
            using var client = service.Client(token);
            using var answer = await client.GetAsync("/v1/letters");
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"A token that is {what}: {answer.StatusCode}");
            Assert.Equal("unauthorized", await answer.ProblemAsync());
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        }
    }

    [Fact]
    public async Task Keys_go_on_working_beside_tokens_and_an_issuer_that_is_away_is_no_defect()
    {
        var issuer = await Issuer.StartAsync();
        var (address, token) = (issuer.Address, issuer.Token(All));
        await issuer.DisposeAsync();
        await using var service = await StartAsync(address);
        using var keyed = await service.ClientAsync(Scopes.Read);
        Assert.Equal(HttpStatusCode.OK, (await keyed.GetAsync("/v1/letters")).StatusCode);
        using var client = service.Client(token);
        using var answer = await client.GetAsync("/v1/letters");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "issuer-unreachable"), (answer.StatusCode, await answer.ProblemAsync()));
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task Without_an_issuer_no_token_opens_anything()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await ServiceUnderTest.StartAsync();
        using var client = service.Client(issuer.Token(All));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/v1/letters")).StatusCode);
    }

    private static Task<ServiceUnderTest> StartAsync(string authority) => ServiceUnderTest.StartAsync("sqlite", (nameof(ServiceOptions.OidcAuthority), authority));

    private static async Task<string> CallerAsync(ServiceUnderTest service, string token)
    {
        using var client = service.Client(token);
        var caller = await client.GetAsync("/v1/caller").JsonAsync();
        return $"{caller["name"]}: {string.Join(',', caller["scopes"]!.AsArray().Select(s => s!.GetValue<string>()))}";
    }
}
