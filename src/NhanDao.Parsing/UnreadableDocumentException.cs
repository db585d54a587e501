namespace NhanDao.Parsing;

/// <summary>Why a file cannot be read.</summary>
public enum UnreadableReason
{
    /// <summary>The file holds nothing.</summary>
    Empty,

    /// <summary>The bytes are no kind of file that is known here.</summary>
    UnknownFormat,

    /// <summary>The file is cut off or its structure is broken.</summary>
    Damaged,

    /// <summary>A password is needed.</summary>
    Encrypted,

    /// <summary>Over a limit of <see cref="ParsingOptions"/>.</summary>
    TooLarge,

    /// <summary>A tool took longer or more memory than it may.</summary>
    TooCostly,
}

/// <summary>There is nothing to parse. The message says what is wrong and what to do; trying again does not help.</summary>
public sealed class UnreadableDocumentException : Exception
{
    /// <summary>A file that cannot be read, for <paramref name="reason"/>.</summary>
    public UnreadableDocumentException(UnreadableReason reason, string message, Exception? inner = null)
        : base(message, inner) => Reason = reason;

    /// <summary>Why.</summary>
    public UnreadableReason Reason { get; }
}

/// <summary>A program or library that reading needs is not installed. The message names the package.</summary>
public sealed class MissingToolException : Exception
{
    /// <summary>The tool <paramref name="tool"/>, which <paramref name="package"/> brings, is missing.</summary>
    public MissingToolException(string tool, string package, Exception? inner = null)
        : base($"{tool} is not installed. Install it with: apt-get install {package}", inner)
    {
        Tool = tool;
        Package = package;
    }

    /// <summary>The program or library.</summary>
    public string Tool { get; }

    /// <summary>The Debian package that brings it.</summary>
    public string Package { get; }
}
