using System.CommandLine;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary>The option that says how, and perhaps where, reports are written.</summary>
internal sealed class FormatOption : Option<string[]>
{
    public FormatOption() : base("--format", "-f") => HelpName = "NAME[=FILE]";

    /// <summary>Says what the option takes. To know every format costs time, so that only help asks for it.</summary>
    public void Describe() =>
        Description = $"{string.Join(", ", ReportFormat.All.Select(format => format.Name))}; NAME=FILE writes to a file (repeatable). text when not given.";
}
