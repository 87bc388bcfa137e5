using System.Runtime.CompilerServices;

namespace RuleEngine.Tests.Testing;

/// <summary>Where the repository's files are.</summary>
public static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
