using RuleEngine.Parsing;
using RuleEngine.Scripting;

namespace RuleEngine.Authoring;

/// <summary>
/// The files by which an editor's C# server knows a script's types: what OmniSharp asks for, which is the server that knows scripts, and
/// tasks for Visual Studio Code that show what <c>test-rules</c> finds.
/// </summary>
public static class EditorSetup
{
    /// <summary>Where the references are listed, which lie elsewhere on each machine.</summary>
    public const string References = Folder + "/editor.rsp";

    private const string Folder = ".ruleengine";

    private const string Server = $$"""
        {
          "script": {
            "enabled": true,
            "rspFilePath": "{{References}}"
          }
        }

        """;

    private const string Settings = """
        {
          "dotnet.server.useOmnisharp": true,
          "files.associations": { "*.csx": "csharp" }
        }

        """;

    /// <summary>A line of <c>test-rules</c>, as the task's matcher takes it apart: id, file, line, column, message.</summary>
    public const string Matcher = @"^\s*(RP\d{3}) (.+?):(\d+):(\d+): (.*)$";

    /// <summary>What the watch says when it begins to test.</summary>
    public const string Begins = "ruleengine: Testing";

    /// <summary>What the watch says when it has tested.</summary>
    public const string Ends = "ruleengine: Waiting for a save";

    /// <summary>The files that are the same on each machine, by path.</summary>
    /// <param name="rules">The folder of the rules, relative to where the files go, with <c>/</c>.</param>
    public static IReadOnlyList<(string Path, string Text)> Shared(string rules) =>
    [
        ("omnisharp.json", Server), (".vscode/settings.json", Settings), (".vscode/tasks.json", Tasks(rules)), (Folder + "/.gitignore", "*\n"),
    ];

    /// <summary>The references and imports of a script, as a response file of the C# compiler.</summary>
    public static string ResponseFile() => string.Concat(
        ScriptCompiler.AllowedReferences.Select(path => $"/r:\"{path}\"\n").Concat(ScriptCompiler.Imports.Select(name => $"/u:{name}\n"))
            .Prepend("# What a rule script can use. Written by `ruleengine init --rules`, for this machine.\n"));

    private static string Tasks(string rules) => $$"""
        {
          "version": "2.0.0",
          "tasks": [
            {
              "label": "test rules on save",
              "type": "process",
              "command": "ruleengine",
              "args": ["test-rules", {{JsonText.Quoted(rules)}}, "--watch"],
              "isBackground": true,
              "problemMatcher": {
                "owner": "ruleengine",
                "fileLocation": ["relative", "${workspaceFolder}"],
                "pattern": { "regexp": {{JsonText.Quoted(Matcher)}}, "code": 1, "file": 2, "line": 3, "column": 4, "message": 5 },
                "background": { "activeOnStart": true, "beginsPattern": {{JsonText.Quoted("^" + Begins)}}, "endsPattern": {{JsonText.Quoted("^" + Ends)}} }
              }
            }
          ]
        }

        """;
}
