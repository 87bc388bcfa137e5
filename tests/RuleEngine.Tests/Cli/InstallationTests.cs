using Newtonsoft.Json;
using NJsonSchema;
using NUnit.Framework;
using RuleEngine.Tests.Testing;
using YamlDotNet.Serialization;
using static RuleEngine.Tests.Cli.ChildProcess;

namespace RuleEngine.Tests.Cli;

/// <summary>How the tool comes to a user: as a packed .NET tool, and by the pre-commit framework, which packs it on the user's machine.</summary>
public class InstallationTests
{
    private const string Pledge = """
        { "id": "pact", "title": "Pact", "parties": [{ "id": "x", "name": "X" }, { "id": "y", "name": "Y" }, { "id": "z", "name": "Z" }],
          "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }] }
        """;

    private static readonly string[] Author = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];

    private TemporaryFolder _folder = null!;

    /// <summary>The sources as they are now, committed: what a framework clones.</summary>
    private string _sources = null!;

    [OneTimeSetUp]
    public void CopySources()
    {
        _folder = new TemporaryFolder();
        _sources = Path.Combine(_folder.Path, "sources");
        var files = Run("git", Repository.Root, [], "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        foreach (var file in files.Where(file => File.Exists(Repository.PathOf(file))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_sources, file))!);
            File.Copy(Repository.PathOf(file), Path.Combine(_sources, file));
        }

        GitRepository.Git(_sources, "init", "-q");
        GitRepository.Git(_sources, "add", ".");
        GitRepository.Git(_sources, "commit", "-q", "-m", "Sources");
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void From_the_packed_file_six_commands_lead_to_a_verdict_without_a_network()
    {
        var packed = Run("dotnet", _sources, [], "pack", "-c", "Release", "-o", Path.Combine(_folder.Path, "packed"), "--nologo", "-v", "q");
        Assert.That(packed.Code, Is.Zero, packed.Output);
        Assert.That(Directory.GetFiles(Path.Combine(_folder.Path, "packed")).Select(Path.GetFileName), Has.One.Items.And.Some.Match(@"^RuleEngine\.Tool\.[0-9.]+\.nupkg$"));
        var home = Directory.CreateDirectory(Path.Combine(_folder.Path, "home")).FullName;
        (string, string)[] alone = [("HOME", home), ("NUGET_PACKAGES", Path.Combine(home, "packages")), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1")];
        using var shell = new Shell();
        var installed = Run("dotnet", shell.Folder, alone, "tool", "install", "RuleEngine.Tool", "--tool-path", "tools", "--source", Path.Combine(_folder.Path, "packed"));
        Assert.That(installed.Code, Is.Zero, installed.Output + installed.Error);
        var program = Path.Combine(shell.Folder, "tools", "ruleengine");
        Assert.That(Run(program, shell.Folder, alone, "init").Code, Is.Zero);
        Assert.That(Run(program, shell.Folder, alone, "check", "drafts").Code, Is.Zero);
        shell.With("drafts/first-draft.json", Pledge);
        var edited = Run(program, shell.Folder, alone, "check", "drafts", "--format", "concise");
        Assert.That((edited.Code, edited.Error), Is.EqualTo((1, "")));
        Assert.That(edited.Output, Does.Contain("drafts/first-draft.json:2:48: error FA201 Article 1 (defense)"));
        Assert.That(Directory.Exists(Path.Combine(home, ".cache")), Is.False, "The shipped rules are in the package, compiled.");
        GitRepository.Git(shell.Folder, "init", "-q");
        Assert.That(Run(program, shell.Folder, alone, "hook", "install").Code, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, ".git/hooks/pre-commit")), Does.Contain($"exec '{program}' check --staged"), "The name that stays when the tool is updated.");
    }

    [Test]
    public void The_framework_stops_a_commit_that_violates_and_lets_one_pass_that_does_not()
    {
        using var shell = new Shell().With("drafts/a b.json", Pledge.Replace("defense", "trade"));
        (string, string)[] own = [("PRE_COMMIT_HOME", Path.Combine(_folder.Path, "framework")), ("GIT_CONFIG_COUNT", "1"), ("GIT_CONFIG_KEY_0", "safe.directory"), ("GIT_CONFIG_VALUE_0", "*")];
        if (Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).All(folder => !File.Exists(Path.Combine(folder, "pre-commit"))))
            Assert.Ignore("There is no pre-commit.");
        var revision = Run("git", _sources, [], "rev-parse", "HEAD").Output.Trim();
        shell.With(".pre-commit-config.yaml", $"repos:\n  - repo: {_sources}\n    rev: {revision}\n    hooks:\n      - id: ruleengine\n      - id: ruleengine-all\n");
        GitRepository.Git(shell.Folder, "init", "-q");
        Assert.That(Run("pre-commit", shell.Folder, own, "install").Code, Is.Zero);
        Assert.That(Commit("."), Does.StartWith("0 ").And.Contain("check proposals..........................................................Passed"));
        shell.With("package.json", "{}");
        Assert.That(Commit("package.json"), Does.StartWith("0 "), "A commit of other JSON passes.");
        shell.With("drafts/a b.json", Pledge);
        Assert.That(Commit("."), Does.StartWith("1 ").And.Contain("--> drafts/a b.json:2:48"));
        shell.With("drafts/a b.json", Pledge.Replace("defense", "energy"));
        Assert.That(Commit("."), Does.StartWith("0 "));
        shell.With("drafts/a b.json", Pledge);
        GitRepository.Git(shell.Folder, "commit", "-q", "--no-verify", "-a", "-m", "Past the hook");
        shell.With("ruleengine.json", "{ \"note\": \"changed\" }");
        Assert.That(Commit("ruleengine.json"), Does.StartWith("1 ").And.Contain("check all proposals......................................................Failed").And.Contain("--> drafts/a b.json:2:48"),
            "Where the configuration changes, everything is checked.");

        string Commit(string added)
        {
            GitRepository.Git(shell.Folder, "add", added);
            var ran = Run("git", shell.Folder, own, [.. Author, "commit", "-m", "Draft"]);
            return $"{ran.Code} {ran.Output}{ran.Error}";
        }
    }

    [Test]
    public void The_hooks_are_what_the_framework_reads()
    {
        var schema = JsonSchema.FromJsonAsync(File.ReadAllText(Repository.SharedFile("data/pre-commit-hooks.schema.json"))).GetAwaiter().GetResult();
        var hooks = JsonConvert.SerializeObject(new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(File.ReadAllText(Repository.PathOf(".pre-commit-hooks.yaml"))));
        Assert.That(schema.Validate(hooks).Select(error => error.ToString()), Is.Empty);
        Assert.That(schema.Validate(hooks.Replace("\"entry\"", "\"entri\"")), Is.Not.Empty, "The schema is not blind.");
    }
}
