using System.Runtime.CompilerServices;

namespace RuleEngine.Tests.Testing;

/// <summary>Where the repository's files are.</summary>
public static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Real data beside the checkout; skips the test, saying so, where it is absent.</summary>
    public static string SharedFile(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", name));
        if (!File.Exists(path))
            NUnit.Framework.Assert.Ignore($"Skipped: ../shared/data/{name} is absent.");
        return path;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
