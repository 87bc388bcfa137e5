using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests;

/// <summary>Keeps the tests out of the user's cache.</summary>
[SetUpFixture]
public class CacheOfTests
{
    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void Move()
    {
        _folder = new TemporaryFolder();
        Environment.SetEnvironmentVariable("RULEENGINE_CACHE", _folder.Path);
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();
}
