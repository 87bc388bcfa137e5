using System.Text;
using RuleEngine.Engine;
using RuleEngine.Engine.Batch;
using RuleEngine.Engine.Isolation;
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
    private readonly ResultTarget? _target;

    private DateOnly Today => _request.Today ?? DayOption.Today;

    private Batch(BatchRequest request, Terminal terminal)
    {
        _request = request;
        _terminal = terminal;
        _settings = new SettingsReader(terminal.Folder);
        _run = _settings.For(terminal.Folder);
        _pack = PackOption.Limited(CompiledRules.ReadPack(_request.Pack, _run, _request.NoCache, _request.Isolate, _terminal), _request.Sets);
        _line = new JsonLine(request.Excerpts);
        _target = ResultTarget.Of(request.Output, terminal.Folder);
    }

    /// <exception cref="UsageException">The request cannot be met.</exception>
    /// <exception cref="IOException">Results cannot be written.</exception>
    public static int Run(BatchRequest request, Terminal terminal) => new Batch(request, terminal).Run();

    private int Run()
    {
        var faults = SettingsReview.Faults(_settings, _run, _pack);
        foreach (var fault in faults)
            _terminal.Complain(fault);
        if (_settings.Faults.Count > 0)
            return ExitCode.Incomplete;
        var sources = Sources(out var inputs);
        var comparison = _request.Compare is { } old ? VerdictComparison.With(old, OpenOld(old), Tool.With(_pack)) : null;
        using var reader = new BatchReader(sources);
        var checkers = Checkers();
        if (_request.Resume && _target?.Part is { } part && File.Exists(_target.File) && !File.Exists(part))
            return Whole(faults, inputs, reader, checkers[0], comparison);
        using var output = comparison is not null && _target is null ? ResultFile.Nowhere : ResultFile.Open(_target, _request.Part is not null, _terminal);
        var tally = Begin(output, faults, inputs, reader, checkers[0], comparison);
        var run = new BatchRun(reader, output.Write) { Tally = tally };
        using var isolated = Isolated(checkers[0], comparison);
        Check(run, reader, sources, isolated is null ? Here(checkers, comparison) : [.. Enumerable.Repeat(isolated, isolated.Threads)], output);
        return run.IsStopped ? Interrupted(output) : End(run, reader, output, checkers, faults, comparison);
    }

    /// <summary>Has everything checked that is left, until it is done or somebody stops it.</summary>
    /// <exception cref="IOException">Results cannot be written.</exception>
    private void Check(BatchRun run, BatchReader reader, IReadOnlyList<BatchSource> sources, IReadOnlyList<IPieceChecker> checkers, ResultFile output)
    {
        using var interruption = new Interruption(run.Stop);
        try
        {
            BatchProgress.Watch(_terminal, sources, show => run.Run(checkers, () =>
            {
                if (output.IsRefused)
                    run.Stop();
                show?.Invoke(run.Tally, reader.Passed);
            }));
        }
        catch (IOException exception) when (_target?.Part is { } part)
        {
            throw new IOException($"{exception.Message.TrimEnd('.')}. What is done stands in {Shown(part)}; --resume goes on with it.", exception);
        }
    }

    /// <summary>The inputs, or the part of them that is asked for.</summary>
    /// <param name="inputs">What tells all of them from others; null where all are asked for.</param>
    private List<BatchSource> Sources(out string? inputs)
    {
        var written = _target is null ? [] : new[] { ResultTarget.Real(_target.File), ResultTarget.Real(_target.Part ?? _target.File) };
        var sources = BatchSources.Find(_request.Inputs, _request.Excluded, _run, [.. written, .. _request.Own], _terminal);
        inputs = null;
        if (_request.Part is not { } part)
            return sources;
        if (sources.Exists(source => source.File == "-"))
            throw new UsageException("Standard input has no parts: its size is not known before it ends.");
        inputs = Part.HashOf(sources);
        return part.Share(sources);
    }

    /// <summary>One that checks for each thread. Where rules run in another process, one: it does what that process was lost with.</summary>
    private List<RecordChecker> Checkers()
    {
        var checker = new Checker(_pack, _request.Excerpts);
        return [.. Enumerable.Range(0, _request.Isolate ? 1 : _request.Threads).Select(_ => new RecordChecker(checker, new Settlement(Today, null), _run, _terminal.Folder))];
    }

    private List<PieceChecker> Here(List<RecordChecker> checkers, VerdictComparison? comparison) =>
        checkers.ConvertAll(checker => new PieceChecker(checker, MakeText) { Met = comparison is null ? null : comparison.Add });

    /// <summary>Null where the rules run in this process, and where there are none.</summary>
    private IsolatedPieceChecker? Isolated(RecordChecker checker, VerdictComparison? comparison) =>
        !_request.Isolate || _pack.Asked.All(principle => principle.Rule is null) ? null
        : new IsolatedPieceChecker(_pack, new BatchForm(_request.Threads, _request.Excerpts, Today, _run, _terminal.Folder), checker, MakeText) { Met = comparison is null ? null : comparison.Add };

    private JsonLine MakeText() => new(_request.Excerpts);

    /// <summary>Writes what comes first, or finds it written by an interrupted run and goes on where that ended.</summary>
    /// <returns>What the interrupted run came to.</returns>
    private Tally Begin(ResultFile output, IReadOnlyList<Fault> faults, string? inputs, BatchReader reader, RecordChecker checker, VerdictComparison? comparison)
    {
        WriteHead(faults, inputs);
        var left = output.Left();
        if (left is not null && !_request.Resume)
            throw new UsageException($"{Shown(_target!.Part!)} is there: an interrupted run has left it. --resume goes on with it; delete it to begin anew.");
        if (left is null || !HasHead(left, _target!.Part!))
        {
            output.Keep(0);
            output.Write(_line.Written);
            _line.Clear();
            return new Tally();
        }

        var resumption = Resumed(left, _target!.Part!, reader, checker, comparison);
        output.Keep(resumption.Kept);
        return resumption.Tally;
    }

    /// <summary>That the results are there already, as where a part is started again that had ended.</summary>
    private int Whole(IReadOnlyList<Fault> faults, string? inputs, BatchReader reader, RecordChecker checker, VerdictComparison? comparison)
    {
        WriteHead(faults, inputs);
        var file = _target!.File;
        using var results = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        if (!HasHead(results, file))
            throw new UsageException($"{Shown(file)} is there and holds no results of this batch. Delete it, or leave out --resume.");
        var tally = Resumed(results, file, reader, checker, comparison).Tally;
        while (reader.Read() is { } record)
        {
            if (checker.Check(record) is not OtherJson other)
                throw new UsageException($"{Shown(file)} is there, and these inputs hold more than it. Delete it, or leave out --resume.");
            tally.Add(other);
        }

        _terminal.Error.WriteLine($"ruleengine: {Shown(file)} is whole already.");
        return Told(tally, faults, comparison);
    }

    private void WriteHead(IReadOnlyList<Fault> faults, string? inputs)
    {
        if (_request.Part is { } part)
            _line.WriteHead(Tool.With(_pack), faults, part, inputs!, _run.HashOn(Today, _request.Excerpts));
        else
            _line.WriteHead(Tool.With(_pack), faults);
    }

    /// <summary>Whether the results begin as these would; false where they end before that.</summary>
    /// <exception cref="UsageException">They are of another batch.</exception>
    private bool HasHead(Stream results, string file)
    {
        var head = new byte[_line.Written.Length];
        var length = results.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        results.Position = 0;
        return !_line.Written.StartsWith(head.AsSpan(0, length))
            ? throw new UsageException($"{Shown(file)} was begun with another pack, other sets or another version, or is another part. Delete it to begin anew.")
            : length == head.Length;
    }

    private Resumption Resumed(Stream results, string file, BatchReader reader, RecordChecker checker, VerdictComparison? comparison)
    {
        _line.Clear();
        using var done = new ResultReader(Shown(file), results, leaveOpen: true);
        var resumption = new Resumption(Shown(file), reader, done, ResultWords.Of(_pack));
        resumption.Run((record, outcome) =>
        {
            checker.Repeat(record, outcome);
            comparison?.Add(outcome);
        });
        return resumption;
    }

    private Stream OpenOld(string old)
    {
        var file = Path.GetFullPath(old, _terminal.Folder);
        if (Directory.Exists(file))
            throw new UsageException($"{old} is a folder: it holds no results to compare with.");
        if (_target is not null && ResultTarget.Meant(file) == _target.File)
            throw new UsageException($"{old} is compared with: results cannot be written over it.");
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no file {old} to compare with.");
        }
    }

    private int Interrupted(ResultFile output)
    {
        var refused = output.IsRefused ? "Nobody reads the results any more" : "Interrupted";
        _terminal.Error.WriteLine(_target?.Part is not { } part
            ? $"ruleengine: {refused}."
            : $"ruleengine: {refused}: what is done stands in {Shown(part)}; --resume goes on with it.");
        return ExitCode.Incomplete;
    }

    private int End(BatchRun run, BatchReader reader, ResultFile output, List<RecordChecker> checkers, IReadOnlyList<Fault> faults, VerdictComparison? comparison)
    {
        var waivers = WaiverState.Together([.. checkers.Select(checker => checker.Waivers)])
            .ConvertAll(waiver => waiver.Notice is { } notice && SettingsReview.IsExplained(notice, faults) ? waiver with { Notice = null } : waiver);
        if (_request.Part is null)
            _line.WriteNotices(waivers.Select(waiver => waiver.Notice).OfType<Fault>());
        else
            _line.WriteTotals(PartTotals.Of(run.Tally.Summary, reader, waivers), output.HashSoFar());
        output.Write(_line.Written);
        output.Complete();
        return Told(run.Tally, faults, comparison);
    }

    /// <summary>Says what it all came to, and its exit code.</summary>
    private int Told(Tally tally, IReadOnlyList<Fault> faults, VerdictComparison? comparison)
    {
        if (_request.Summary || _terminal.IsErrorScreen)
            _terminal.Error.Write(TallyText.Of(tally, _request.Summary));
        if (comparison is not null)
            _terminal.Out.Write(Encoding.UTF8.GetBytes(VerdictComparisonText.Of(comparison, _request.Verbose)));
        if (tally.Summary.Invalid + tally.Summary.Failed > 0)
            _terminal.Error.WriteLine($"ruleengine: {TallyText.Errors(tally)}{(tally.Summary.Checked == 0 && _request.Inputs.Contains("-") ? " Standard input holds one proposal a line; `ruleengine check -` takes one of many lines." : "")}");
        if (faults.Count > 0)
            return ExitCode.Incomplete;
        if (tally.Summary.Checked + tally.Summary.Invalid > 0)
            return ExitCode.Of(tally, _request.FailOn ?? _run.FailOn);
        if (_request.Part is not null)
            return ExitCode.Clean;
        _terminal.Error.WriteLine("ruleengine: Nothing to check: no record is a proposal (an object with parties, articles or this format's $schema).");
        return ExitCode.Incomplete;
    }

    private string Shown(string file) => Path.GetRelativePath(_terminal.Folder, file).Replace('\\', '/');
}
