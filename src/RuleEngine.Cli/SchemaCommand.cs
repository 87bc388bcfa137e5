using System.CommandLine;
using System.Text;
using RuleEngine.Parsing;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine schema</c></summary>
internal static class SchemaCommand
{
    public static Command Make(Terminal terminal)
    {
        var command = new Command("schema", "Prints the JSON Schema (draft-07) of a proposal, for editors and other tools.");
        command.SetAction(_ =>
        {
            terminal.Out.Write(Encoding.UTF8.GetBytes(ProposalSchema.Text()));
            return ExitCode.Clean;
        });
        return command;
    }
}
