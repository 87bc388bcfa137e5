using System.CommandLine;
using RuleEngine.Model;
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

    /// <summary>What was asked for; text to standard output when nothing was.</summary>
    /// <exception cref="UsageException">A format is unknown, or two go to one place.</exception>
    public List<ReportOutput> Outputs(ParseResult parsed)
    {
        var outputs = new List<ReportOutput>();
        foreach (var asked in parsed.GetValue(this) is { Length: > 0 } some ? some : ["text"])
        {
            var equals = asked.IndexOf('=');
            var name = equals < 0 ? asked : asked[..equals];
            var file = equals < 0 ? null : asked[(equals + 1)..];
            var format = ReportFormat.All.FirstOrDefault(format => format.Name == name)
                ?? throw new UsageException($"There is no format \"{name}\". {Spelling.Suggestion(name, [.. ReportFormat.All.Select(format => format.Name)])}");
            if (file == "")
                throw new UsageException($"--format {asked} names no file after the =.");
            if (outputs.Exists(output => output.File == file))
                throw new UsageException(file is null ? $"Only one format goes to standard output: write --format {name}=FILE." : $"Two formats go to {file}.");
            outputs.Add(new ReportOutput(format, file));
        }

        return outputs;
    }
}
