using System.CommandLine;
using System.Text;
using RuleEngine.Authoring;
using RuleEngine.Model.Settings;
using RuleEngine.Parsing;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine init</c>: what a new user starts from.</summary>
internal static class InitCommand
{
    private const string Draft = "drafts/first-draft.json";

    /// <summary>Honest: it says little, so that little is decided, and every gap names the fact that would decide.</summary>
    private const string DraftText = """
        {
          "$schema": "../proposal.schema.json",
          "id": "first-draft",
          "title": "A first draft",
          "note": "Replace the parties and the article. `ruleengine check drafts` says what is still open.",
          "completeness": "summary",
          "parties": [
            { "id": "aland", "name": "Aland" },
            { "id": "borduria", "name": "Borduria" },
            { "id": "syldavia", "name": "Syldavia" }
          ],
          "articles": [
            { "number": "1", "heading": "River gauges",
              "provisions": [{ "kind": "information-exchange", "domain": "environment", "summary": "Each tells the others the level of the river." }] }
          ]
        }

        """;

    private const string ConfigurationText = """
        {
          "$schema": "ruleengine.schema.json",
          "failOn": "violated",
          "exclude": ["*.schema.json"]
        }

        """;

    private const string HooksText = """
        # For the pre-commit framework (https://pre-commit.com): `pre-commit install` once. Without it: `ruleengine hook install`.
        repos:
          - repo: local
            hooks:
              - id: ruleengine
                name: check proposals
                entry: ruleengine check --only-proposals
                language: system
                types: [json]
                require_serial: true
              - id: ruleengine-all
                name: check all proposals
                entry: ruleengine check --only-proposals .
                language: system
                files: (^|/)(ruleengine\.json|institutions\.json|pack\.json|[^/]+\.csx)$
                pass_filenames: false
                require_serial: true

        """;

    private const string PackText = """
        {
          "name": "my-rules",
          "version": "0.1.0"
        }

        """;

    public static Command Make(Terminal terminal)
    {
        var rules = new Option<string?>("--rules")
        {
            Description = "Instead, set up the writing of rules in this folder (rules when none is named): a pack, and what an editor's C# server must know of its scripts.",
            HelpName = "DIR",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("init", "Writes a first draft, a configuration, the schemas for editors and the hooks; overwrites nothing.") { rules };
        command.SetAction(parsed => parsed.GetResult(rules) is null ? ForDrafts(terminal) : ForRules(parsed.GetValue(rules) ?? "rules", terminal));
        return command;
    }

    private static int ForDrafts(Terminal terminal)
    {
        Write(terminal,
        [
            (Draft, DraftText), (Configuration.FileName, ConfigurationText), ("proposal.schema.json", DocumentSchema.OfProposal()),
            ("ruleengine.schema.json", DocumentSchema.OfConfiguration()), (".pre-commit-config.yaml", HooksText),
        ]);
        Say(terminal, $"\nNext: `ruleengine check {Path.GetDirectoryName(Draft)}` says what is decided and which facts are missing; an editor completes {Draft} by its schema. `ruleengine hook install` checks what is staged before each commit.\n");
        return ExitCode.Clean;
    }

    private static int ForRules(string given, Terminal terminal)
    {
        var folder = Path.GetRelativePath(terminal.Folder, Path.GetFullPath(given, terminal.Folder)).Replace('\\', '/');
        if (folder is "." or ".." || folder.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(folder))
            throw new UsageException($"{given} is not below the working folder, where the editor's files go.");
        Write(terminal, [(folder + "/pack.json", PackText), .. EditorSetup.Shared(folder)]);
        File.WriteAllText(Path.GetFullPath(EditorSetup.References, terminal.Folder), EditorSetup.ResponseFile());
        Say(terminal, $"{EditorSetup.References} is written, for this machine and this version: run this again after an upgrade.\n\nNext: `ruleengine new-rule ID \"Title\" --rules {folder} --set SET` writes a rule that compiles; an editor with OmniSharp completes it, and in Visual Studio Code the task \"test rules on save\" marks what is wrong.\n");
        return ExitCode.Clean;
    }

    private static void Write(Terminal terminal, IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            var full = Path.GetFullPath(path, terminal.Folder);
            var isThere = Path.Exists(full);
            if (!isThere)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, text.ReplaceLineEndings("\n"));
            }

            Say(terminal, $"{path} {(isThere ? "is there already, and stays as it is" : "is written")}.\n");
        }
    }

    private static void Say(Terminal terminal, string text) => terminal.Out.Write(Encoding.UTF8.GetBytes(text));
}
