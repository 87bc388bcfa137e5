using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace RuleEngine.Cli;

/// <summary>The help that System.CommandLine writes, of options that describe themselves only when help is asked for.</summary>
internal sealed class Help(HelpAction action) : SynchronousCommandLineAction
{
    /// <summary>Puts it in the place of the root's own.</summary>
    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction action } help)
                help.Action = new Help(action);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        foreach (var format in parseResult.CommandResult.Command.Options.OfType<FormatOption>())
            format.Describe();
        return action.Invoke(parseResult);
    }
}
