using System.Text;
using Microsoft.Win32.SafeHandles;

namespace NhanDao.Service;

internal static class Program
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard error of this process; null within a test.</summary>
    public static TextWriter? Errors { get; private set; }

    private static async Task<int> Main(string[] arguments)
    {
        var output = new StreamWriter(OpenStandardOutput(), Utf8);
        // Letters are read side by side, and each may have something to tell.
        var errors = Errors = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true });
        var code = await CommandLine.RunAsync(arguments, Console.OpenStandardInput, output, errors).ConfigureAwait(false);
        try
        {
            await output.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException) when (code != ExitCode.Ok)
        {
            // What went wrong has had its line.
        }
        catch (IOException e)
        {
            var failure = Failure.Of(new UnwritableException($"Standard output cannot be written: {e.Message}", e));
            if (failure.Message.Length > 0)
                await errors.WriteLineAsync($"nhandao: {failure.Message}").ConfigureAwait(false);
            code = failure.ExitCode;
        }
        return code;
    }

    // The console's stream swallows a broken pipe, and a folder of ten thousand letters would be read for nobody; a file stream
    // tells of it. Into a file it is the other way about: a file stream keeps its own position and would write over what
    // another process wrote there before.
    private static Stream OpenStandardOutput()
    {
        try
        {
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return stream.CanSeek ? Console.OpenStandardOutput() : stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput();
        }
    }
}
