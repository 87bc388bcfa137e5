using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using NUnit.Framework;
using RuleEngine.Tests.Testing;
using YamlDotNet.Serialization;
using static RuleEngine.Tests.Cli.ChildProcess;

namespace RuleEngine.Tests.Cli;

/// <summary>The action and the workflow: what can be tried of them without the service.</summary>
[UnsupportedOSPlatform("windows")]
public class ActionTests
{
    private static readonly Dictionary<string, object> Action = Read("action.yml");

    [Test]
    public void Every_input_is_declared_described_and_used()
    {
        var used = Regex.Matches(File.ReadAllText(Repository.PathOf("action.yml")), @"inputs\.([a-z-]+)").Select(match => match.Groups[1].Value).Distinct();
        Assert.That(used, Is.EquivalentTo(Inputs().Keys));
        Assert.That(Inputs().Values, Has.All.Matches<object>(input => ((Dictionary<object, object>)input!).ContainsKey("description")));
    }

    [Test]
    public void The_workflow_calls_the_action_with_inputs_that_it_has()
    {
        var jobs = (Dictionary<object, object>)Read(".github/workflows/ci.yml")["jobs"];
        var calls = jobs.Values.SelectMany(job => (List<object>)((Dictionary<object, object>)job)["steps"]).Cast<Dictionary<object, object>>().Where(step => step.GetValueOrDefault("uses") is "./").ToList();
        Assert.That(calls, Has.Count.EqualTo(1));
        Assert.That(((Dictionary<object, object>)calls[0]["with"]).Keys, Is.SubsetOf(Inputs().Keys));
        Assert.That(File.Exists(Repository.PathOf((string)((Dictionary<object, object>)calls[0]["with"])["paths"])), Is.True);
    }

    [TestCase("drafts\nother drafts/a b.json\n", "github\nhtml=a b.html", "r.sarif", "check|--fail-on|undetermined|--format|github|--format|html=a b.html|--format|sarif=r.sarif|drafts|other drafts/a b.json")]
    [TestCase(".", "", "", "check|--fail-on|undetermined|.")]
    [TestCase("*.json", "text", "", "check|--fail-on|undetermined|--format|text|*.json")]
    [TestCase("$(touch gone); `touch gone`", "text", "", "check|--fail-on|undetermined|--format|text|$(touch gone); `touch gone`")]
    public void The_step_that_checks_passes_on_what_it_is_given(string paths, string formats, string sarif, string expected)
    {
        using var folder = new TemporaryFolder();
        var program = folder.Write("ruleengine-tool/ruleengine", "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 3\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        folder.Write("x.json", "");
        var ran = Run("bash", folder.Path, [("RUNNER_TEMP", folder.Path), ("PATHS", paths), ("FAIL_ON", "undetermined"), ("FORMATS", formats), ("SARIF", sarif)],
            "--noprofile", "--norc", "-eo", "pipefail", "-c", Step("Check"));
        Assert.That((ran.Code, ran.Error), Is.EqualTo((3, "")), "Its exit code is the check's.");
        Assert.That(ran.Output.TrimEnd('\n').Split('\n'), Is.EqualTo(expected.Split('|')));
        Assert.That(Path.Exists(Path.Combine(folder.Path, "gone")), Is.False);
    }

    [Test]
    public void The_steps_name_no_input_in_their_shell() => Assert.That(Step("Check") + Step("Install"), Does.Not.Contain("${{"), "What is given goes through the environment, where no shell reads it as its own.");

    private static string Step(string name) => (string)((List<object>)((Dictionary<object, object>)Action["runs"])["steps"]).Cast<Dictionary<object, object>>().Single(step => step.GetValueOrDefault("name") is string its && its == name)["run"];

    private static Dictionary<object, object> Inputs() => (Dictionary<object, object>)Action["inputs"];

    private static Dictionary<string, object> Read(string path) => new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(Repository.PathOf(path)));
}
