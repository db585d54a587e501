namespace NhanDao.Parsing.Model;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing to do.</summary>
    Note,

    /// <summary>A value may be wrong or is missing; look at it.</summary>
    Warning,
}

/// <summary>Something noticed while reading.</summary>
/// <param name="Code">Stable code: «number.blank», «reference.conflictingDate». docs/diagnostics.md lists them.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence for a person. Holds no more of the letter's words than it must.</param>
/// <param name="Span">Where; null when it has no place.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, TextSpan? Span = null);
