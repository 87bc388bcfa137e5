using System.CommandLine;
using System.Text;
using RuleEngine.Authoring;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine new-rule</c></summary>
internal static class NewRuleCommand
{
    public static Command Make(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Two or more capitals and a digit: FA6." };
        var title = new Argument<string>("TITLE") { Description = "The principle, in one line." };
        var set = new Option<string?>("--set") { Description = "The set's folder; that of the rules whose ids begin alike when not given.", HelpName = "SET" };
        var folder = new Option<string?>("--rules") { Description = "The folder of the rule pack; the configuration's, or ./rules, when not given.", HelpName = "DIR" };
        var command = new Command("new-rule", "Writes a rule to begin with, which compiles and has an example for each verdict.") { id, title, set, folder };
        command.SetAction(parsed => Run(parsed.GetValue(id)!, parsed.GetValue(title)!.Trim(), parsed.GetValue(set), parsed.GetValue(folder), terminal));
        return command;
    }

    /// <exception cref="UsageException">There can be no such rule.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    private static int Run(string id, string title, string? set, string? given, Terminal terminal)
    {
        if (id.Length < 3 || !char.IsAsciiDigit(id[^1]) || !id[..^1].All(char.IsAsciiLetterUpper))
            throw new UsageException($"\"{id}\" is no id of a rule: two or more capitals and a digit, as FA6.");
        if (title == "" || title.Any(char.IsControl))
            throw new UsageException("The title is one line that says something.");
        var folder = PackOption.OwnFolder(given, terminal);
        var scripts = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.csx", SearchOption.AllDirectories) : [];
        if (Array.Find(scripts, script => Path.GetFileName(script).StartsWith(id + "-", StringComparison.Ordinal)) is { } taken)
            throw new UsageException($"{id} is the id of {Shown(taken)} already.");
        set ??= Array.Find(scripts, script => Path.GetFileName(script).StartsWith(id[..^1], StringComparison.Ordinal) && char.IsAsciiDigit(Path.GetFileName(script)[id.Length - 1])) is { } alike
            ? Path.GetFileName(Path.GetDirectoryName(alike))
            : throw new UsageException($"No rule of the pack has an id that begins with {id[..^1]}: --set SET names the folder of its set.");
        if (set is "" or "." or ".." || set!.IndexOfAny(['/', '\\', '\0']) >= 0)
            throw new UsageException($"\"{set}\" is no folder of the pack: a set is the name of one.");
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, set)).FullName, RuleDraft.FileName(id, title));
        ReportOutput.WriteFile(file, output => output.Write(Encoding.UTF8.GetBytes(RuleDraft.Script(id, title))));
        terminal.Out.Write(Encoding.UTF8.GetBytes(Printable.Text($"{Shown(file)} is written. Edit it; `ruleengine test-rules {Shown(folder)} --only {id}` runs its examples, and with --accept records its page.") + "\n"));
        return ExitCode.Clean;

        string Shown(string path) => Path.GetRelativePath(terminal.Folder, path).Replace('\\', '/');
    }
}
