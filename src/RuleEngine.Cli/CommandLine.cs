using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using RuleEngine.Cli.Cluster;
using RuleEngine.Engine.Batch;
using RuleEngine.Model;

namespace RuleEngine.Cli;

/// <summary>Arguments in, exit code out.</summary>
internal static class CommandLine
{
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        try
        {
            return CheckRequest.OfPaths(arguments) is { } request ? Check.Run(request, terminal) : Parse(arguments, terminal);
        }
        catch (Exception exception) when (exception is UsageException or ResultFormatException or IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"ruleengine: {exception.Message}");
            return ExitCode.Incomplete;
        }
        catch (Exception exception)
        {
            terminal.Error.WriteLine($"ruleengine: This is a defect of ruleengine, please report it: {exception.GetType().Name}: {exception.Message}");
            return ExitCode.Incomplete;
        }
    }

    private static int Parse(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var root = new RootCommand("Checks proposed cooperation arrangements, written as JSON, against principles, written as C# scripts.")
        {
            CheckCommand.Make(terminal),
            BatchCommand.Make(terminal),
            MergeCommand.Make(terminal),
            ClusterCommand.Make(terminal),
            ReportCommand.Make(terminal),
            DiffCommand.Make(terminal),
            HookCommand.Make(terminal),
            InitCommand.Make(terminal),
            WaiveCommand.Make(terminal),
            RulesCommand.Make(terminal),
            NewRuleCommand.Make(terminal),
            TestRulesCommand.Make(terminal),
            PackCommand.Make(terminal),
            ExplainCommand.Make(terminal),
            SchemaCommand.Make(terminal),
            CompileCommand.Make(terminal),
            WorkerCommand.Make(terminal),
        };
        Help.AddTo(root);
        using var output = new StreamWriter(terminal.Out, new UTF8Encoding(false), leaveOpen: true);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not ParseErrorAction)
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        if (parsed.CommandResult.Command == root && arguments is [[not '-', ..] asked, ..])
            terminal.Complain($"ruleengine: There is no command \"{Spelling.Cut(asked)}\". {Spelling.Suggestion(asked, [.. root.Subcommands.Where(each => !each.Hidden).Select(each => each.Name)])}");
        else
            terminal.Complain(string.Join('\n', parsed.Errors.Select(error => $"ruleengine: {error.Message}")));
        var command = string.Concat(Path(parsed.CommandResult.Command, root).Reverse().Select(name => " " + name));
        terminal.Error.WriteLine($"`ruleengine{command} --help` says what it takes.");
        return ExitCode.Incomplete;
    }

    /// <summary>The names of a command and of those that it belongs to, the root's left out.</summary>
    private static IEnumerable<string> Path(Command command, Command root)
    {
        for (var at = command; at is not null && at != root; at = at.Parents.OfType<Command>().FirstOrDefault())
            yield return at.Name;
    }
}
