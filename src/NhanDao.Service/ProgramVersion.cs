using System.Reflection;

namespace NhanDao.Service;

/// <summary>Which version this is.</summary>
internal static class ProgramVersion
{
    /// <summary>«0.1.0», with the commit behind it where the build knows it.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
