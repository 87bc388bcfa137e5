using System.CommandLine;
using System.Text;
using RuleEngine.Model.Rules;
using Spectre.Console;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine rules</c></summary>
internal static class RulesCommand
{
    public static Command Make(Terminal terminal)
    {
        var pack = new PackOption();
        var command = new Command("rules", "Lists the principles of the rule pack.");
        pack.AddTo(command, withSets: true);
        command.SetAction(parsed => Run(pack.Read(parsed, terminal), terminal));
        return command;
    }

    private static int Run(RulePack pack, Terminal terminal)
    {
        using (var writer = new StreamWriter(terminal.Out, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
        {
            var table = new Table { Border = TableBorder.None, ShowHeaders = false };
            table.AddColumn(new TableColumn("").NoWrap().PadLeft(0));
            table.AddColumn(new TableColumn("").NoWrap());
            table.AddColumn(new TableColumn(""));
            foreach (var principle in pack.Asked)
                table.AddRow(new Text(principle.Id), new Text(principle.Set), new Text(principle.Title + (principle.Rule is null ? " (cannot be loaded)" : "")));
            terminal.Canvas(writer).Write(table);
        }

        foreach (var fault in pack.Faults)
            terminal.Complain(fault);
        return pack.Faults.Count == 0 ? ExitCode.Clean : ExitCode.Incomplete;
    }
}
