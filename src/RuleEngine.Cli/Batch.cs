using RuleEngine.Engine;
using RuleEngine.Engine.Batch;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary>One run of <c>batch</c>: finds the inputs, has their records checked, writes their results, says what they came to.</summary>
internal sealed class Batch
{
    private readonly BatchRequest _request;
    private readonly Terminal _terminal;
    private readonly SettingsReader _settings;

    /// <summary>The settings of the whole batch: those of the working folder.</summary>
    private readonly EffectiveSettings _run;
    private readonly RulePack _pack;
    private readonly JsonLine _line;

    private Batch(BatchRequest request, Terminal terminal)
    {
        _request = request;
        _terminal = terminal;
        _settings = new SettingsReader(terminal.Folder);
        _run = _settings.For(terminal.Folder);
        _pack = CompiledRules.ReadPack(request.Pack, _run, request.NoCache, request.Isolate, terminal);
        _line = new JsonLine(request.Excerpts);
    }

    /// <exception cref="UsageException">The request cannot be met.</exception>
    /// <exception cref="IOException">Results cannot be written.</exception>
    public static int Run(BatchRequest request, Terminal terminal)
    {
        return new Batch(request, terminal).Run();
    }

    private int Run()
    {
        var faults = Faults();
        foreach (var fault in faults)
            _terminal.Complain(fault);
        if (_settings.Faults.Count > 0)
            return ExitCode.Incomplete;
        var sources = Sources(out var inputs);
        var comparison = _request.Compare is { } old ? VerdictComparison.With(old, OpenOld(old), Tool.With(_pack)) : null;
        using var output = ResultFile.Open(_request.Output, _request.Part is not null, _terminal);
        using var reader = new BatchReader(sources);
        var checkers = Checkers();
        var tally = Begin(output, faults, inputs, reader, checkers[0], comparison);
        var run = new BatchRun(reader, checkers.Count, () => new JsonLine(_request.Excerpts), output.Write)
        {
            Tally = tally,
            Met = comparison is null ? null : comparison.Add,
        };
        using (new Interruption(run.Stop))
        {
            BatchProgress.Watch(_terminal, sources, show => run.Run(checkers, () =>
            {
                if (output.IsRefused)
                    run.Stop();
                show?.Invoke(run.Tally, reader.Passed);
            }));
        }

        return run.IsStopped ? Interrupted(output) : End(run, reader, output, checkers, faults, comparison);
    }

    /// <summary>What is wrong with the pack and the configuration.</summary>
    private List<Fault> Faults()
    {
        var faults = new List<Fault>(_settings.Faults);
        if (_settings.Layers is { Count: > 0 } layers)
        {
            faults.AddRange(SettingsReview.Faults(layers, _pack));
            if (SettingsReview.OtherPack(_run, _pack) is { } other)
                faults.Add(other);
        }

        faults.AddRange(_pack.Faults);
        return faults;
    }

    /// <summary>The inputs, or the part of them that is asked for.</summary>
    /// <param name="inputs">What tells all of them from others; null where all are asked for.</param>
    private List<BatchSource> Sources(out string? inputs)
    {
        var written = _request.Output is { } file ? new[] { file, ResultFile.PartOf(file) ?? file } : [];
        var sources = BatchSources.Find(_request.Inputs, _request.Excluded, _run, written, _terminal);
        inputs = null;
        if (_request.Part is not { } part)
            return sources;
        if (sources.Exists(source => source.File == "-"))
            throw new UsageException("Standard input has no parts: its size is not known before it ends.");
        inputs = Part.HashOf(sources);
        return part.Share(sources);
    }

    /// <summary>One that checks for each thread. Where rules run in another process, each thread has one.</summary>
    private List<RecordChecker> Checkers()
    {
        var today = _request.Today ?? DayOption.Today;
        var shared = _request.Isolate ? null : new Checker(_pack, _request.Excerpts);
        return [.. Enumerable.Range(0, _request.Threads).Select(index => new RecordChecker(
            shared ?? new Checker(index == 0 ? _pack : CompiledRules.ReadPack(_request.Pack, _run, _request.NoCache, true, _terminal), _request.Excerpts),
            new Settlement(today, null), _run, _terminal.Folder))];
    }

    /// <summary>Writes what comes first, or finds it written by an interrupted run and goes on where that ended.</summary>
    /// <returns>What the interrupted run came to.</returns>
    private Tally Begin(ResultFile output, List<Fault> faults, string? inputs, BatchReader reader, RecordChecker checker, VerdictComparison? comparison)
    {
        _line.WriteHead(Tool.With(_pack), _request.Part, inputs, faults.Select(fault => fault.Path).Distinct().Count());
        _line.WriteFaults(faults);
        using var left = output.Left();
        if (left is null)
        {
            output.Keep(0);
            output.Write(_line.Written);
            _line.Clear();
            return new Tally();
        }

        var part = Shown(ResultFile.PartOf(_request.Output)!);
        if (!_request.Resume)
            throw new UsageException($"{part} is there: an interrupted run has left it. --resume goes on with it; delete it to begin anew.");
        var head = new byte[_line.Written.Length];
        var length = left.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (!_line.Written.StartsWith(head.AsSpan(0, length)))
            throw new UsageException($"{part} was begun with another pack, version, configuration or part. Delete it to begin anew.");
        left.Position = 0;
        if (length < head.Length)
        {
            output.Keep(0);
            output.Write(_line.Written);
            _line.Clear();
            return new Tally();
        }

        _line.Clear();
        using var done = new ResultReader(part, left);
        var resumption = new Resumption(part, reader, done, ResultWords.Of(_pack));
        resumption.Run((record, outcome) =>
        {
            checker.Repeat(record, outcome);
            comparison?.Add(outcome);
        });
        output.Keep(resumption.Kept);
        return resumption.Tally;
    }

    private Stream OpenOld(string old)
    {
        try
        {
            return File.OpenRead(Path.GetFullPath(old, _terminal.Folder));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no file {old} to compare with.");
        }
    }

    private int Interrupted(ResultFile output)
    {
        var refused = output.IsRefused ? "Nobody reads the results any more" : "Interrupted";
        _terminal.Error.WriteLine(_request.Output is null || ResultFile.PartOf(_request.Output) is not { } part
            ? $"ruleengine: {refused}."
            : $"ruleengine: {refused}: what is done stands in {Shown(part)}; --resume goes on with it.");
        return ExitCode.Incomplete;
    }

    private int End(BatchRun run, BatchReader reader, ResultFile output, List<RecordChecker> checkers, List<Fault> faults, VerdictComparison? comparison)
    {
        var waivers = WaiverState.Together([.. checkers.Select(checker => checker.Waivers)]);
        if (_request.Part is null)
            _line.WriteNotices(waivers.Select(waiver => waiver.Notice).OfType<Fault>());
        else
            _line.WriteTotals(PartTotals.Of(run.Tally.Summary, reader, waivers), output.HashSoFar());
        output.Write(_line.Written);
        output.Complete();
        var tally = run.Tally;
        if (_request.Summary || _terminal.IsErrorScreen)
            Say(TallyText.Of(tally, _request.Summary));
        if (comparison is not null)
            Say(VerdictComparisonText.Of(comparison, _request.Verbose));
        if (tally.Summary.Checked + tally.Summary.Invalid == 0)
            _terminal.Error.WriteLine("ruleengine: Nothing to check: no record is a proposal (an object with parties, articles or this format's $schema).");
        return faults.Count > 0 ? ExitCode.Incomplete : ExitCode.Of(tally, _request.FailOn ?? _run.FailOn);
    }

    private void Say(string text) => _terminal.Error.Write(text);

    private string Shown(string file) => Path.GetRelativePath(_terminal.Folder, file).Replace('\\', '/');
}
