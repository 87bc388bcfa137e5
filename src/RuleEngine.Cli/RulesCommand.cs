using System.CommandLine;
using System.Text;
using RuleEngine.Authoring;
using RuleEngine.Model.Rules;
using Spectre.Console;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine rules</c></summary>
internal static class RulesCommand
{
    public static Command Make(Terminal terminal)
    {
        var pack = new PackOption();
        var format = new Option<string>("--format", "-f") { Description = "text; json or markdown say besides what each rule can find.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var command = new Command("rules", "Lists the principles of the rule pack.") { format };
        pack.AddTo(command, withSets: true);
        command.SetAction(parsed => Run(pack.Read(parsed, terminal), parsed.GetValue(format)!, terminal));
        return command;
    }

    private static int Run(RulePack pack, string format, Terminal terminal)
    {
        if (format == "json")
            PackListing.WriteJson(pack, terminal.Out);
        else if (format == "markdown")
            terminal.Out.Write(Encoding.UTF8.GetBytes(PackListing.Markdown(pack)));
        else
            WriteTable(pack, terminal);
        foreach (var fault in pack.Faults)
            terminal.Complain(fault);
        return pack.Faults.Count == 0 ? ExitCode.Clean : ExitCode.Incomplete;
    }

    private static void WriteTable(RulePack pack, Terminal terminal)
    {
        using var writer = new StreamWriter(terminal.Out, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumn(new TableColumn("").NoWrap().PadLeft(0));
        table.AddColumn(new TableColumn("").NoWrap());
        table.AddColumn(new TableColumn(""));
        foreach (var principle in pack.Asked)
            table.AddRow(new Text(principle.Id), new Text(principle.Set), new Text(principle.Title + (principle.Rule is null ? " (cannot be loaded)" : "")));
        terminal.Canvas(writer).Write(table);
    }
}
