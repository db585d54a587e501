using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NhanDao.Parsing;
using NhanDao.Service.Workers;

namespace NhanDao.Service.Hosting;

/// <summary>A kind of refusal (RFC 9457). docs/service.md has a section on each.</summary>
/// <param name="Name">Last part of its type: <c>urn:nhandao:problem:NAME</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">The same every time.</param>
internal sealed record Problem(string Name, int Status, string Title)
{
    public const string MediaType = "application/problem+json";

    public static readonly Problem InvalidRequest = new("invalid-request", 400, "The request is wrong.");
    public static readonly Problem Unauthorized = new("unauthorized", 401, "A key is needed.");
    public static readonly Problem Forbidden = new("forbidden", 403, "The key does not allow this.");
    public static readonly Problem NotFound = new("not-found", 404, "There is no such thing.");
    public static readonly Problem MethodNotAllowed = new("method-not-allowed", 405, "That cannot be done here.");
    public static readonly Problem NotAcceptable = new("not-acceptable", 406, "There is no such form of it.");
    public static readonly Problem SlowBody = new("slow-body", 408, "The request came too slowly.");
    public static readonly Problem Conflict = new("conflict", 409, "It is no longer, or not yet, in a state for this.");
    public static readonly Problem KeyReused = new("idempotency-key-reused", 409, "The Idempotency-Key was used for another request.");
    public static readonly Problem StaleRevision = new("stale-revision", 412, "Somebody else has changed it.");
    public static readonly Problem TooLarge = new("too-large", 413, "It is over a limit.");
    public static readonly Problem UnsupportedType = new("unsupported-type", 415, "Files of this kind are not read.");
    public static readonly Problem Unreadable = new("unreadable-document", 422, "The document cannot be read: do not try again.");
    public static readonly Problem Quarantined = new("quarantined", 422, "The document breaks its reader: do not try again.");
    public static readonly Problem Busy = new("busy", 429, "All readers are busy: try again later.");
    public static readonly Problem RateLimited = new("rate-limited", 429, "Too many requests: try again later.");
    public static readonly Problem Defect = new("defect", 500, "A defect of the service.");
    public static readonly Problem MissingTool = new("missing-tool", 503, "Something that reading needs is not installed here.");
    public static readonly Problem IssuerAway = new("issuer-unreachable", 503, "The issuer of the token cannot be asked for its keys: try again later.");
    public static readonly Problem QueueAway = new("queue-unreachable", 503, "The broker does not answer: try again later.");
    public static readonly Problem Draining = new("draining", 503, "The service is stopping: try again later.");

    public static IReadOnlyList<Problem> All { get; } =
    [
        InvalidRequest, Unauthorized, Forbidden, NotFound, MethodNotAllowed, NotAcceptable, SlowBody, Conflict, KeyReused, StaleRevision, TooLarge,
        UnsupportedType, Unreadable, Quarantined, Busy, RateLimited, Defect, MissingTool, IssuerAway, QueueAway, Draining,
    ];

    public string Type => "urn:nhandao:problem:" + Name;

    /// <summary>The refusal with what is wrong this time. Holds no word of a letter.</summary>
    public ProblemHttpResult Because(string? detail = null) => TypedResults.Problem(new ProblemDetails { Type = Type, Status = Status, Title = Title, Detail = detail });

    public static Problem Named(string name) => All.FirstOrDefault(p => p.Name == name) ?? Defect;

    /// <summary>The kind that goes with a status where nothing more is known.</summary>
    public static Problem OfStatus(int status) => All.FirstOrDefault(p => p.Status == status) ?? (status >= 500 ? Defect : InvalidRequest with { Status = status });

    /// <summary>Why a file could not be read.</summary>
    public static (Problem Problem, string Detail) Of(Exception exception) => exception switch
    {
        UnreadableDocumentException { Reason: UnreadableReason.TooLarge } e => (TooLarge, e.Message),
        UnreadableDocumentException { Reason: UnreadableReason.UnknownFormat } e => (UnsupportedType, e.Message),
        UnreadableDocumentException e => (Unreadable, e.Message),
        QuarantinedException e => (Quarantined, e.Message),
        MissingToolException => (MissingTool, exception.Message),
        WorkerFailedException { Failure.ExitCode: ExitCode.MissingTool } => (MissingTool, exception.Message),
        BadHttpRequestException { StatusCode: 413 } => (TooLarge, "The request is over the limit of the service (MaxBytes)."),
        BadHttpRequestException { StatusCode: 408 } => (SlowBody, "Send the body faster, or in one piece."),
        BadHttpRequestException e => (OfStatus(e.StatusCode), e.Message),
        InvalidDataException => (InvalidRequest, "The multipart body is broken."),
        _ => (Defect, "It has been logged. Report it if it comes again."),
    };
}
