using System.CommandLine;
using RuleEngine.Model;

namespace RuleEngine.Cli;

/// <summary>What looks like an option and is no file was meant as an option, where a command takes files.</summary>
internal static class MisspeltOptions
{
    /// <summary>Has the argument of the command refuse them.</summary>
    public static void Refuse(Argument files, Command command, Terminal terminal) => files.Validators.Add(given =>
    {
        foreach (var path in given.Tokens.Select(token => token.Value))
        {
            if (path.Length > 1 && path[0] == '-' && !Path.Exists(Path.GetFullPath(path, terminal.Folder)))
                given.AddError($"There is no option \"{path}\". {Spelling.Suggestion(path, [.. command.Options.Select(option => option.Name)])}");
        }
    });
}
