using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

public class HookTests
{
    private static Shell NewRepository()
    {
        var shell = new Shell().With("a.json", ConfigurationTests.Violated);
        GitRepository.Git(shell.Folder, "init", "-q");
        return shell;
    }

    [Test]
    public void Another_hook_is_left_alone_unless_told()
    {
        using var shell = NewRepository().With(".git/hooks/pre-commit", "#!/bin/sh\nexit 0\n");
        var refused = shell.Run("hook", "install");
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Error, Does.StartWith("ruleengine: .git/hooks/pre-commit is there and was not written by ruleengine. Add `"));
        Assert.That(shell.Run("hook", "uninstall") is (2, "", var stays) ? stays : "", Is.EqualTo("ruleengine: .git/hooks/pre-commit was not written by ruleengine, and stays.\n"));
        Assert.That(shell.Run("hook", "install", "--force").Code, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, ".git/hooks/pre-commit")), Does.Match("^#!/bin/sh\n# Written by .*\nexec '.*' check --staged\n$"));
        Assert.That(shell.Run("hook", "install").Code, Is.Zero, "Its own hook it writes anew.");
        Assert.That(shell.Run("hook", "uninstall"), Is.EqualTo(new Ran(0, ".git/hooks/pre-commit is removed.\n", "")));
        Assert.That(shell.Run("hook", "uninstall"), Is.EqualTo(new Ran(0, "There is no .git/hooks/pre-commit.\n", "")));
    }

    [Test]
    public void It_goes_where_git_looks_for_hooks()
    {
        using var shell = NewRepository();
        GitRepository.Git(shell.Folder, "config", "core.hooksPath", "our hooks");
        Assert.That(shell.Run("hook", "install").Code, Is.Zero);
        Assert.That(File.Exists(Path.Combine(shell.Folder, "our hooks/pre-commit")), Is.True);
    }

    [Test]
    public void Outside_of_a_repository_it_is_exit_2()
    {
        using var shell = new Shell();
        Assert.That(shell.Run("hook", "install") is (2, "", var error) ? error : "", Does.StartWith("ruleengine: git says: fatal: "));
    }
}
