using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NhanDao.Parsing.Model;
using NhanDao.Parsing.Output;

namespace NhanDao.Service.Hosting;

/// <summary>The API as OpenAPI 3.1, made from the endpoints when it is asked for. docs/openapi.json is the same document, kept by a test.</summary>
internal static class ApiDescription
{
    public const string Path = "/openapi/v1.json";

    private const string Key = "key";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) => Task.FromResult(Introduce(document)));
        options.AddOperationTransformer((operation, context, _) => Task.FromResult(Complete(operation, context)));
        options.AddSchemaTransformer((schema, context, _) => Task.FromResult(PointToContract(schema, context.JsonTypeInfo.Type)));
    });

    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().DisableRateLimiting();

    private static OpenApiDocument Introduce(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "NhanDaoParse",
            Version = "1",
            Description = "Reads scanned Vietnamese official letters into who must do what by when. Refusals are problem details (RFC 9457); docs/service.md describes each type.",
            License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of «nhandao keys create», or a token of the OpenID Connect issuer that the service is set to." },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
        return document;
    }

    /// <summary>What holds for every operation, said once here: who may come without a key, and the refusals that any request can get.</summary>
    private static OpenApiOperation Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var isOpen = context.Description.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Authorization.IAllowAnonymous>().Any();
        operation.Responses ??= [];
        if (isOpen)
            operation.Security = [];
        else
            foreach (var problem in new[] { Problem.Unauthorized, Problem.Forbidden, Problem.RateLimited })
                operation.Responses.TryAdd(problem.Status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse { Description = problem.Title });
        foreach (var (status, response) in operation.Responses)
            if (response is OpenApiResponse { Content: var content } given && int.Parse(status, CultureInfo.InvariantCulture) >= 400)
                given.Description = string.Join(' ', Problem.All.Where(p => p.Status.ToString(CultureInfo.InvariantCulture) == status).Select(p => $"{p.Title} (`{p.Type}`)").DefaultIfEmpty(given.Description));
        return TakesFile(operation);
    }

    /// <summary>A file is bytes; in a form it is the one part that matters.</summary>
    private static OpenApiOperation TakesFile(OpenApiOperation operation)
    {
        if (operation.OperationId != "postLetter" || operation.RequestBody?.Content is not { } bodies)
            return operation;
        foreach (var (type, body) in bodies)
            if (body is OpenApiMediaType media)
                media.Schema = type.StartsWith("multipart/", StringComparison.Ordinal)
                    ? new OpenApiSchema { Type = JsonSchemaType.Object, Required = new HashSet<string> { "file" }, Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = Binary() } }
                    : Binary();
        operation.Parameters =
        [
            .. operation.Parameters ?? [],
            Parameter("name", ParameterLocation.Query, "Name of the file, where the body is the file itself."),
            Parameter("Prefer", ParameterLocation.Header, "respond-async: answer with 202 and a job."),
            Parameter("Idempotency-Key", ParameterLocation.Header, "The same key with the same file is the same request, however often it is sent."),
        ];
        return operation;

        static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };
        static OpenApiParameter Parameter(string name, ParameterLocation where, string description) =>
            new() { Name = name, In = where, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    /// <summary>Records have contracts of their own, with schemas that are published beside this one.</summary>
    private static OpenApiSchema PointToContract(OpenApiSchema schema, Type type)
    {
        var contract = type == typeof(Letter) ? ("nhandao.letter/1", "nhandao.letter-1") : type == typeof(FlatRecord) ? ("nhandao.flat/1", "nhandao.flat-1") : default;
        if (contract.Item1 is not null)
        {
            schema.Type = JsonSchemaType.Object;
            schema.Properties = null;
            schema.Required = null;
            schema.Description = $"The contract {contract.Item1}: docs/schema/{contract.Item2}.schema.json.";
        }
        return schema;
    }
}
