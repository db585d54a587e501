using NhanDao.Parsing;

namespace NhanDao.Service;

/// <summary>Why something could not be done: one line for a person and an exit code for a script.</summary>
/// <param name="ExitCode">One of <see cref="Service.ExitCode"/>.</param>
/// <param name="Message">What is wrong and what to do, on one line, without the file's name.</param>
internal sealed record Failure(int ExitCode, string Message)
{
    private const int ErrorPipe = 32; // EPIPE

    /// <summary>The failure that <paramref name="exception"/> tells of.</summary>
    public static Failure Of(Exception exception) => exception switch
    {
        UnreadableDocumentException e => new(Service.ExitCode.Unreadable(e.Reason), NamingOptions(OneLine(e.Message))),
        MissingToolException e => new(Service.ExitCode.MissingTool, OneLine(e.Message)),
        WrongSettingsException e => new(Service.ExitCode.Usage, OneLine(e.Message)),
        OperationCanceledException => new(Service.ExitCode.Interrupted, "Interrupted."),
        UnwritableException { InnerException: IOException { HResult: ErrorPipe } } => new(Service.ExitCode.BrokenPipe, ""),
        UnwritableException e => new(Service.ExitCode.NoOutput, OneLine(e.Message)),
        FileNotFoundException or DirectoryNotFoundException => new(Service.ExitCode.NoInput, "There is no such file or folder."),
        UnauthorizedAccessException => new(Service.ExitCode.NoInput, "It may not be read: check its permissions."),
        IOException e => new(Service.ExitCode.NoInput, $"It cannot be read: {OneLine(e.Message)}"),
        AggregateException { InnerExceptions.Count: 1 } e => Of(e.InnerException!),
        _ => new(Service.ExitCode.Defect, $"A defect of nhandao, please report it: {exception.GetType().Name}: {OneLine(exception.Message)}"),
    };

    /// <summary>The library names its own limits; a person at the command line has options.</summary>
    private static string NamingOptions(string message) => message
        .Replace("(MaxBytes)", "(--max-megabytes)", StringComparison.Ordinal)
        .Replace("(MaxPixels)", "(--max-megapixels)", StringComparison.Ordinal)
        .Replace("(MaxPages)", "(--max-pages)", StringComparison.Ordinal);

    private static string OneLine(string message) => string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Results cannot be written, to standard output or to a folder.</summary>
internal sealed class UnwritableException(string message, Exception inner) : Exception(message, inner);

/// <summary>What was asked for cannot be done as it was asked; the message says what to change.</summary>
internal sealed class WrongSettingsException(string message, Exception? inner = null) : Exception(message, inner);
