namespace NhanDao.Parsing.Tests.Corpus;

/// <summary>A theory that is skipped, saying so, where poppler is not installed; in CI it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryWithPopplerAttribute : TheoryAttribute
{
    public TheoryWithPopplerAttribute() => Skip = MissingTools.Skip("poppler-utils");
}

/// <summary>A theory that is skipped, saying so, where Tesseract or its Vietnamese model is not installed; in CI it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryWithOcrAttribute : TheoryAttribute
{
    public TheoryWithOcrAttribute() => Skip = MissingTools.Skip("tesseract-ocr", "tesseract-ocr-vie");
}

/// <summary>A theory over expected records, which is skipped, saying so, while none are recorded.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoldenTheoryAttribute : TheoryAttribute
{
    public GoldenTheoryAttribute(params string[] packages) => Skip = MissingTools.Skip(packages)
        ?? (GoldenLetterTests.Rewrites || Directory.EnumerateFiles(CorpusCase.Root, "expected.*.json", SearchOption.AllDirectories).Any()
            ? null
            : "no expected records yet: UPDATE_EXPECTED=1 writes them");
}

internal static class MissingTools
{
    /// <summary>Why to skip; null when all packages are there, or in CI, where a missing tool must not pass for a success.</summary>
    public static string? Skip(params string[] packages)
    {
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            return null;
        var missing = ToolCheck.All().Where(t => !t.IsInstalled && packages.Contains(t.Package)).Select(t => t.Package).Distinct().ToList();
        return missing.Count == 0 ? null : $"{string.Join(", ", missing)} not installed: apt-get install {string.Join(' ', missing)}";
    }
}
