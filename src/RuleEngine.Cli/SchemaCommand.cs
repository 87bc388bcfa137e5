using System.CommandLine;
using System.Text;
using RuleEngine.Parsing;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine schema</c></summary>
internal static class SchemaCommand
{
    public static Command Make(Terminal terminal)
    {
        var document = new Argument<string>("DOCUMENT") { Description = "proposal (when not given) or configuration.", DefaultValueFactory = _ => "proposal" };
        document.AcceptOnlyFromAmong("proposal", "configuration");
        var command = new Command("schema", "Prints the JSON Schema (draft-07) of a proposal or of ruleengine.json, for editors and other tools.") { document };
        command.SetAction(parsed =>
        {
            var schema = parsed.GetValue(document) == "proposal" ? DocumentSchema.OfProposal() : DocumentSchema.OfConfiguration();
            terminal.Out.Write(Encoding.UTF8.GetBytes(schema));
            return ExitCode.Clean;
        });
        return command;
    }
}
