using NUnit.Framework;

namespace RuleEngine.Tests.Cli;

public class InitTests
{
    [Test]
    public void What_it_writes_is_valid_and_honest()
    {
        using var shell = new Shell();
        var ran = shell.Run("init");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((0, "")));
        Assert.That(ran.Output, Does.Contain("drafts/first-draft.json is written.\n").And.Contain("\nNext: `ruleengine check drafts`"));
        var check = shell.Run("check", "drafts");
        Assert.That(check.Code, Is.Zero);
        Assert.That(check.Output, Does.Contain("1 proposal checked: 1 undetermined.").And.Not.Contain("  upheld"));
        Assert.That(shell.Run("check", ".").Output, Does.EndWith("1 proposal checked: 1 undetermined.\n"), "The schemas are left out.");
    }

    [Test]
    public void It_overwrites_nothing()
    {
        using var shell = new Shell().With("ruleengine.json", """{ "failOn": "undetermined" }""").With("drafts/first-draft.json", "mine");
        var ran = shell.Run("init");
        Assert.That(ran.Output, Does.Contain("ruleengine.json is there already, and stays as it is.\n").And.Contain("drafts/first-draft.json is there already"));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "drafts/first-draft.json")), Is.EqualTo("mine"));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "ruleengine.json")), Is.EqualTo("""{ "failOn": "undetermined" }"""));
    }
}
