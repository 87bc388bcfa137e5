using System.CommandLine;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary>The option that says how, and perhaps where, reports are written.</summary>
internal sealed class FormatOption : Option<string[]>
{
    public FormatOption() : base("--format", "-f")
    {
        Description = $"{string.Join(", ", ReportFormat.All.Select(format => format.Name))}; NAME=FILE writes to a file (repeatable). text when not given.";
        HelpName = "NAME[=FILE]";
    }
}
