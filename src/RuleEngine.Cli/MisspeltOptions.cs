using System.CommandLine;
using RuleEngine.Model;

namespace RuleEngine.Cli;

/// <summary>What looks like an option and is no file was meant as an option, where a command takes files.</summary>
internal static class MisspeltOptions
{
    /// <summary>Has the argument of the command refuse them.</summary>
    public static void Refuse(Argument files, Command command, Terminal terminal) => files.Validators.Add(given =>
    {
        foreach (var fault in Among(given.Tokens.Select(token => token.Value), command, terminal))
            given.AddError(fault);
    });

    /// <summary>What is wrong with those of the words that look like options and are no files.</summary>
    public static IEnumerable<string> Among(IEnumerable<string> words, Command command, Terminal terminal) => words
        .Where(word => word.Length > 1 && word[0] == '-' && !Path.Exists(Path.GetFullPath(word, terminal.Folder)))
        .Select(word => $"There is no option \"{word}\". {Spelling.Suggestion(word, [.. command.Options.Select(option => option.Name)])}");
}
