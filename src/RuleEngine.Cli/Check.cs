using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Reporting;
using RuleEngine.Scripting;

namespace RuleEngine.Cli;

/// <summary>One run of <c>check</c>: finds the files, has them checked, writes the reports.</summary>
internal static class Check
{
    /// <exception cref="UsageException">The request cannot be met: a format is unknown, there is nothing to check.</exception>
    public static int Run(CheckRequest request, Terminal terminal)
    {
        var outputs = ReportOutput.Of(request.Formats);
        var options = new ReportOptions
        {
            Width = terminal.Width,
            Colour = terminal.Colour,
            Verbose = request.Verbose,
            Excerpts = request.Excerpts,
        };
        var inputs = new Inputs(terminal.Folder, request.Excluded).Find(request.Paths);
        if (inputs.Count == 0)
            throw new UsageException($"Nothing to check: no JSON file in {string.Join(", ", request.Paths)}.");
        var packReading = new Lane<RulePack>(() => CompiledRules.ReadPack(request.Pack, request.NoCache, terminal));
        var reader = new InputReader(terminal);
        var first = reader.Read(inputs[0]);
        var pack = packReading.Result();
        var checker = new Checker(pack, withExcerpts: true);
        var outcomes = new Outcome[inputs.Count];
        for (var index = 0; index < outcomes.Length; index++)
        {
            var read = index == 0 ? first : reader.Read(inputs[index]);
            outcomes[index] = read.Outcome ?? checker.Check(read.File!, read.Input.Path);
        }

        var report = new Report(Tool.With(pack), outcomes, pack.Faults);
        foreach (var output in outputs)
            output.Write(report, options, terminal);
        if (inputs.Count == report.Summary.NotProposals)
            terminal.Error.WriteLine("ruleengine: Nothing to check: none of the JSON files is a proposal (an object with parties, articles or this format's $schema).");
        return ExitCode.Of(report, request.FailOn == CheckRequest.FailOnUndetermined);
    }
}
