using NUnit.Framework;
using RuleEngine.Tests.Testing;
using YamlDotNet.Serialization;

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
    public void Its_hooks_are_those_that_the_framework_finds_in_the_repository()
    {
        using var shell = new Shell();
        shell.Run("init");
        var reader = new DeserializerBuilder().Build();
        var offered = reader.Deserialize<List<Dictionary<string, object>>>(File.ReadAllText(Repository.PathOf(".pre-commit-hooks.yaml")));
        var written = reader.Deserialize<Dictionary<string, List<Dictionary<string, object>>>>(File.ReadAllText(Path.Combine(shell.Folder, ".pre-commit-config.yaml")))["repos"].Single();
        var hooks = ((List<object>)written["hooks"]).Cast<Dictionary<object, object>>().ToList();
        Assert.That(hooks, Has.Count.EqualTo(offered.Count));
        foreach (var (hook, model) in hooks.Zip(offered))
        {
            foreach (var (name, value) in model.Where(each => each.Key is not ("language" or "description")))
                Assert.That(hook.GetValueOrDefault(name), Is.EqualTo(value), name);
        }
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
