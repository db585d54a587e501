using NhanDao.Parsing;
using NhanDao.Parsing.Output;

// Your own endpoint around the parser: curl --data-binary @letter.pdf localhost:5000/read
// `nhandao serve` is the ready-made service, with jobs, storage, review and workers of their own; this is for a page or two inside your program.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddNhanDaoParsing(new() { MaxBytes = 20_000_000, MaxPages = 20 });
var app = builder.Build();

app.MapPost("/read", async (HttpRequest request, LetterParser parser, CancellationToken cancellation) =>
{
    try
    {
        var letter = await parser.ParseAsync(request.Body, cancellation); // ends when the caller goes away
        return Results.Text(LetterJson.Write(letter), "application/json");
    }
    catch (UnreadableDocumentException e)
    {
        return Results.Problem(e.Message, statusCode: StatusCodes.Status422UnprocessableEntity, title: e.Reason.ToString());
    }
    catch (MissingToolException e)
    {
        return Results.Problem(e.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
});
app.Run();
