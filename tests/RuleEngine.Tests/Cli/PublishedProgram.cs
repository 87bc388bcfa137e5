using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

/// <summary>The program as users get it, published once for all tests that ask for it.</summary>
[SetUpFixture]
public sealed class PublishedProgram
{
    private static readonly TemporaryFolder Folder = new();
    private static readonly Lazy<string> LazyPath = new(Publish);

    public static string Path => LazyPath.Value;

    [OneTimeTearDown]
    public void Remove() => Folder.Dispose();

    private static string Publish()
    {
        var folder = System.IO.Path.Combine(Folder.Path, "program");
        var published = ChildProcess.Run("dotnet", Repository.Root, [], "publish", "src/RuleEngine.Cli", "-c", "Release", "-o", folder, "--nologo", "-v", "q");
        Assert.That(published.Code, Is.Zero, published.Output + published.Error);
        return System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "RuleEngine.Cli.exe" : "RuleEngine.Cli");
    }
}
