using RuleEngine.Engine;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
using RuleEngine.Scripting;

namespace RuleEngine.Cli;

/// <summary>One run of <c>check</c>: finds the files, has them checked, settles what is found, writes the reports.</summary>
internal sealed class Check
{
    private readonly CheckRequest _request;
    private readonly Terminal _terminal;
    private readonly SettingsReader _settings;

    /// <summary>The settings of the run as a whole.</summary>
    private readonly EffectiveSettings _run;

    private Check(CheckRequest request, Terminal terminal)
    {
        _request = request;
        _terminal = terminal;
        _settings = new SettingsReader(terminal.Folder);
        _run = _settings.For(terminal.Folder);
    }

    /// <summary>The files that the run writes.</summary>
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    private FailOn FailOn => _request.FailOn ?? _run.FailOn;

    /// <exception cref="UsageException">The request cannot be met: a format is unknown, there is nothing to check.</exception>
    public static int Run(CheckRequest request, Terminal terminal)
    {
        var outputs = ReportOutput.Of(request.Formats, terminal.Folder);
        var check = new Check(request, terminal);
        check.RefuseToWriteOver(outputs);
        var report = check.Report();
        if (request.WriteBaseline is { } file && check.IsWhole(report))
        {
            ReportOutput.WriteFile(check.Full(file), stream => BaselineText.Write(report, stream));
            report = report.AcceptedAsBaseline();
            terminal.Error.WriteLine($"ruleengine: {file} holds what was found today.");
        }

        var options = new ReportOptions
        {
            Width = terminal.Width,
            Colour = terminal.Colour,
            Verbose = request.Verbose,
            Excerpts = request.Excerpts,
            FailOn = check.FailOn,
            Folder = terminal.Folder,
        };
        foreach (var output in outputs)
            output.Write(report, options, terminal);
        if (request.IsOfHook && report.Faults.Count == 0 && report.Summary.Inputs == report.Summary.NotProposals)
        {
            terminal.Error.WriteLine($"ruleengine: None of the {(request.Staged ? "staged " : "")}files is a proposal.");
            return ExitCode.Clean;
        }

        if (report.Summary.Inputs > 0 && report.Summary.Inputs == report.Summary.NotProposals)
            terminal.Error.WriteLine("ruleengine: Nothing to check: none of the JSON files is a proposal (an object with parties, articles or this format's $schema).");
        return ExitCode.Of(report, check.FailOn);
    }

    /// <summary>Checks everything. Where the settings of the run are faulty, nothing is checked: what they ask for cannot be told.</summary>
    private Report Report()
    {
        var faults = new List<Fault>();
        var baseline = _request.Baseline is { } file ? ReadBaseline(file, faults) : null;
        if (_settings.Faults.Count + faults.Count > 0)
            return Unchecked(faults);
        var finder = new Inputs(_terminal.Folder, _request.Excluded, _run, ".json");
        var inputs = _request.Staged ? finder.Staged(_request.Paths) : _request.OnlyProposals ? finder.Among(_request.Paths) : finder.Find(_request.Paths);
        if (inputs.Find(input => _written.Contains(input.File)) is { } lost)
            throw new UsageException($"{lost.Path} is to be checked: a report cannot be written over it.");
        if (inputs.Count == 0 && !_request.IsOfHook)
            throw new UsageException($"Nothing to check: no JSON file in {string.Join(", ", _request.Paths)}{(_run.Layers.Count > 0 ? " that the configuration lets through" : "")}.");
        return Report(inputs, new Settlement(_request.Today ?? DayOption.Today, baseline));
    }

    private Report Unchecked(List<Fault> faults) => new(Tool.Alone(), [], [.. _settings.Faults, .. faults], []);

    private Report Report(List<Input> inputs, Settlement settlement)
    {
        var packReading = new Lane<RulePack>(() => PackOption.Limited(CompiledRules.ReadPack(_request.Pack, _run, _request.NoCache, _request.Isolate, _terminal), _request.Sets));
        var reader = new InputReader(_terminal, _request.IsOfHook);
        var first = inputs.Count == 0 || _request.Isolate ? null : reader.Read(inputs[0]);
        var pack = packReading.Result();
        var checker = new Checker(pack, withExcerpts: true);
        var begun = new Func<Outcome>[inputs.Count];
        for (var index = 0; index < begun.Length; index++)
            begun[index] = _request.Isolate ? reader.Begin(inputs[index], checker) : Begun(index == 0 ? first! : reader.Read(inputs[index]), checker);

        var outcomes = new Outcome[inputs.Count];
        for (var index = 0; index < outcomes.Length; index++)
            outcomes[index] = begun[index]() is var outcome && outcome is ProposalResult result ? Settled(result, inputs[index], settlement) : outcome;

        var faults = SettingsReview.Faults(_settings, _run, pack);
        var notices = settlement.Notices();
        return new Report(Tool.With(pack), outcomes, faults, faults.Count == 0 ? notices : [.. notices.Where(notice => !SettingsReview.IsExplained(notice, faults))]);
    }

    private static Func<Outcome> Begun(ReadInput read, Checker checker) => read.Outcome is { } outcome ? () => outcome : checker.Begin(read.File!, read.Input.Path);

    /// <exception cref="UsageException">A report would go where the baseline is read or written.</exception>
    private void RefuseToWriteOver(IReadOnlyList<ReportOutput> outputs)
    {
        foreach (var output in outputs)
        {
            if (output.File is { } path)
                _written.Add(path);
        }

        foreach (var file in (string?[])[_request.Baseline, _request.WriteBaseline])
        {
            if (file is not null && _written.Contains(Full(file)))
                throw new UsageException($"{file} is the baseline: a report cannot be written over it.");
        }

        if (_request.WriteBaseline is { } baseline)
        {
            ReportOutput.RequireFile(Full(baseline));
            _written.Add(Full(baseline));
        }
    }

    private string Full(string file) => Path.GetFullPath(file, _terminal.Folder);

    private ProposalResult Settled(ProposalResult result, Input input, Settlement settlement)
    {
        var file = input.File == "-" ? Path.Combine(_terminal.Folder, "-") : input.File;
        return settlement.Settle(result, file, _settings.For(Path.GetDirectoryName(file)!));
    }

    private Baseline? ReadBaseline(string file, List<Fault> faults)
    {
        var shown = file.Replace('\\', '/');
        try
        {
            return ConfigurationFile.ReadBaseline(shown, File.ReadAllBytes(Full(file)), faults);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var message = exception is FileNotFoundException or DirectoryNotFoundException ? "There is no such file. --write-baseline writes one."
                : Directory.Exists(Full(file)) ? "This is a folder."
                : exception.Message;
            faults.Add(new Fault(ConfigurationFaults.BadBaseline, shown, message));
            return null;
        }
    }

    /// <summary>Whether all was checked, so that a baseline has everything in it; says so where not.</summary>
    private bool IsWhole(Report report)
    {
        var isWhole = ExitCode.Of(report, FailOn) != ExitCode.Incomplete;
        if (!isWhole)
            _terminal.Error.WriteLine($"ruleengine: {_request.WriteBaseline} is not written, since not everything could be checked.");
        return isWhole;
    }
}
