using System.CommandLine;
using System.Text;
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

    public static Command Make(Terminal terminal)
    {
        var command = new Command("init", "Writes a first draft, a configuration, the schemas for editors and the hooks; overwrites nothing.");
        command.SetAction(_ => Run(terminal));
        return command;
    }

    private static int Run(Terminal terminal)
    {
        var said = new StringBuilder();
        foreach (var (path, text) in new[]
        {
            (Draft, DraftText), (Configuration.FileName, ConfigurationText), ("proposal.schema.json", DocumentSchema.OfProposal()),
            ("ruleengine.schema.json", DocumentSchema.OfConfiguration()), (".pre-commit-config.yaml", HooksText),
        })
        {
            var full = Path.GetFullPath(path, terminal.Folder);
            var isThere = Path.Exists(full);
            said.Append($"{path} {(isThere ? "is there already, and stays as it is" : "is written")}.\n");
            if (isThere)
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text.ReplaceLineEndings("\n"));
        }

        said.Append($"\nNext: `ruleengine check {Path.GetDirectoryName(Draft)}` says what is decided and which facts are missing; an editor completes {Draft} by its schema. `ruleengine hook install` checks what is staged before each commit.\n");
        terminal.Out.Write(Encoding.UTF8.GetBytes(said.ToString()));
        return ExitCode.Clean;
    }
}
