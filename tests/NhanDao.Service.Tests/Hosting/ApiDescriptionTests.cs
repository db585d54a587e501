using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NhanDao.Service.Tests.Review;

namespace NhanDao.Service.Tests.Hosting;

/// <summary>docs/openapi.json is what the service says of itself. <c>UPDATE_EXPECTED=1</c> rewrites it; then read the diff.</summary>
public sealed class ApiDescriptionTests
{
    private static readonly string Kept = Checkout.Path("docs", "openapi.json");

    [Fact]
    public async Task The_document_that_is_kept_is_the_one_that_is_served()
    {
        await using var service = await PageUnderTest.StartAsync();
        var served = (await service.Http.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
            await File.WriteAllTextAsync(Kept, served);
        Assert.Equal(await File.ReadAllTextAsync(Kept), served);
    }

    [Fact]
    public async Task It_is_OpenAPI_3_1_and_every_operation_has_a_name_a_summary_and_its_refusals()
    {
        await using var service = await PageUnderTest.StartAsync();
        var document = JsonNode.Parse(await service.Http.GetStringAsync("/openapi/v1.json"))!;
        Assert.StartsWith("3.1", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        var names = new HashSet<string>();
        foreach (var (path, methods) in document["paths"]!.AsObject())
            foreach (var (method, operation) in methods!.AsObject())
            {
                Assert.True(names.Add(operation!["operationId"]!.GetValue<string>()), $"{method} {path} shares its name");
                Assert.NotEmpty(operation["summary"]!.GetValue<string>());
                if (path.StartsWith("/v1/", StringComparison.Ordinal))
                    Assert.All(["401", "403", "429"], status => Assert.NotNull(operation["responses"]![status]));
            }
        Assert.Contains("postLetter", names);
    }

    [Fact]
    public async Task Every_schema_that_is_pointed_to_is_there()
    {
        await using var service = await PageUnderTest.StartAsync();
        var text = await service.Http.GetStringAsync("/openapi/v1.json");
        var schemas = JsonNode.Parse(text)!["components"]!["schemas"]!.AsObject();
        var references = Regex.Matches(text, "\"#/components/schemas/([^\"]+)\"").Select(m => m.Groups[1].Value).Distinct();
        Assert.All(references, name => Assert.True(schemas.ContainsKey(name), name));
    }
}
