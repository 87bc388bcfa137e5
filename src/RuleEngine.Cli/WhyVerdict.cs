using RuleEngine.Authoring.Explaining;
using RuleEngine.Engine;
using RuleEngine.Engine.Settings;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary><c>check --explain</c>: why one principle has its verdict on one proposal.</summary>
internal static class WhyVerdict
{
    /// <exception cref="UsageException">The request cannot be met: there is no such principle, or there are several proposals.</exception>
    public static int Run(CheckRequest request, string id, Terminal terminal)
    {
        if (request.Isolate)
            throw new UsageException("--explain writes down what a rule reads, in this process: it cannot be asked with --isolate.");
        if (request.IsOfHook || request.Verbose || request.Excerpts || request.Sets.Count > 0 || request is not { Baseline: null, WriteBaseline: null, FailOn: null, Today: null })
            throw new UsageException("--explain asks why, and nothing else: beside it stand --format, --rules, --exclude and --no-cache only.");
        var formats = request.Formats.Count == 0 ? [(new ExplanationText(), null)]
            : FormatTargets.Of(request.Formats, terminal.Folder, name => ExplanationFormat.All.FirstOrDefault(format => format.Name == name), () => ExplanationFormat.All.Select(format => format.Name));
        var reader = new SettingsReader(terminal.Folder);
        var settings = reader.For(terminal.Folder);
        var pack = CompiledRules.ReadPack(request.Pack, settings, request.NoCache, isolate: false, terminal);
        if ((reader.Faults.Count > 0 ? reader.Faults[0] : SettingsReview.OtherPack(settings, pack)) is { } wrong)
            return Complain(wrong, terminal);
        var principle = Principle(pack, id);
        if (principle.Fault is { } broken)
            return Complain(broken, terminal);
        if (Proposal(request, settings, terminal) is not { } read)
            return ExitCode.Incomplete;
        if (Explanation.Of(read.File!, read.Input.Path, principle, pack, out var fault) is not { } explanation)
            return Complain(fault!, terminal);
        var options = new ReportOptions { Width = terminal.Width, Colour = terminal.Colour, Folder = terminal.Folder };
        foreach (var (format, file) in formats)
            FormatTargets.Write(file, options, terminal, (its, output) => format.Write(explanation, Tool.With(pack), its, output));
        return ExitCode.Clean;
    }

    private static Principle Principle(RulePack pack, string id)
    {
        if (pack.Principles.Count == 0)
            throw new UsageException($"{pack.Faults[0].Path}: {pack.Faults[0].Message}");
        var principles = pack.Principles.OrderBy(principle => principle.Rule is null).ToList();
        return principles.Find(principle => principle.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? principles.Find(principle => EngineFindings.Of(principle.Id).Concat(principle.Rule?.Findings ?? []).Any(kind => kind.Id.Equals(id, StringComparison.OrdinalIgnoreCase)))
            ?? throw new UsageException($"The rule pack has no rule \"{Spelling.Cut(id)}\". {Spelling.Suggestion(id, [.. principles.Select(principle => principle.Id)])}");
    }

    /// <summary>The one proposal that is asked about; null, and said, where it cannot be read.</summary>
    private static ReadInput? Proposal(CheckRequest request, EffectiveSettings settings, Terminal terminal)
    {
        var inputs = new Inputs(terminal.Folder, request.Excluded, settings, ".json").Find(request.Paths);
        var read = inputs.Select(new InputReader(terminal).Read).Where(each => each.Outcome is not OtherJson).Take(2).ToList();
        if (read.Count != 1)
            throw new UsageException($"--explain asks about one proposal: name its file{(read.Count == 0 ? "" : ", not several")}.");
        foreach (var fault in read[0].Outcome is InvalidInput invalid ? invalid.Faults : read[0].File?.Faults ?? [])
            Complain(fault, terminal);
        return read[0].File?.Arrangement is null ? null : read[0];
    }

    private static int Complain(Fault fault, Terminal terminal)
    {
        terminal.Complain(fault);
        return ExitCode.Incomplete;
    }
}
