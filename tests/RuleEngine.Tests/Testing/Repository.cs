using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace RuleEngine.Tests.Testing;

/// <summary>Where the repository's files are.</summary>
public static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>A file of the data that lies beside a checkout for its tests; the test that asks is skipped, saying so, where there is none.</summary>
    public static string SharedFile(string relative)
    {
        var path = Path.Combine(Root, "..", "shared", relative);
        if (!File.Exists(path))
            Assert.Ignore($"There is no {path}.");
        return path;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
