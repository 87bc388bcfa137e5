using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Rules;

public class PackTests
{
    [Test]
    public void The_shipped_pack_has_no_fault() => Assert.That(Shipped.Pack.Faults, Is.Empty, () => string.Join("\n", Shipped.Pack.Faults));
}
