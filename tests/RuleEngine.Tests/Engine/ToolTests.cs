using NUnit.Framework;
using RuleEngine.Engine;

namespace RuleEngine.Tests.Engine;

public class ToolTests
{
    [Test]
    public void The_version_that_a_report_states_is_the_build_s() =>
        Assert.That(Tool.Alone().Version, Is.EqualTo(typeof(Tool).Assembly.GetName().Version!.ToString(3)));
}
