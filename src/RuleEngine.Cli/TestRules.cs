using RuleEngine.Authoring;
using RuleEngine.Engine;
using RuleEngine.Engine.Settings;
using RuleEngine.Model;
using RuleEngine.Model.Rules;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary>One run of <c>test-rules</c>, or with <c>--watch</c> one after each save.</summary>
internal sealed class TestRules
{
    /// <summary>So long nothing more must be saved before it is tested again: editors write a file in several steps.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(50);

    private readonly TestRulesRequest _request;
    private readonly Terminal _terminal;
    private readonly string _folder;
    private readonly string _shownAs;
    private readonly List<(RuleTestFormat Format, string? File)> _outputs;

    private TestRules(TestRulesRequest request, Terminal terminal)
    {
        _request = request;
        _terminal = terminal;
        _folder = PackOption.OwnFolder(request.Folder, terminal);
        if (!Directory.Exists(_folder))
            throw new UsageException(request.Folder is null ? "There is no folder rules here: name the folder of a rule pack." : $"There is no folder {request.Folder}.");
        _shownAs = Path.GetRelativePath(terminal.Folder, _folder).Replace('\\', '/');
        _outputs = request.Formats.Count == 0 ? [(new RuleTestText(), null)]
            : FormatTargets.Of(request.Formats, terminal.Folder, name => RuleTestFormat.All.FirstOrDefault(format => format.Name == name), () => RuleTestFormat.All.Select(format => format.Name));
    }

    /// <exception cref="UsageException">The request cannot be met.</exception>
    /// <exception cref="IOException">A page or a report cannot be written.</exception>
    public static int Run(TestRulesRequest request, Terminal terminal)
    {
        var run = new TestRules(request, terminal);
        return request.Watch ? run.Watch() : run.Once();
    }

    private int Once()
    {
        var pack = CompiledRules.ReadPack(_shownAs, EffectiveSettings.None, _request.NoCache, isolate: false, _terminal);
        var asked = Asked(pack);
        var tests = asked.Where(principle => principle.Rule is not null).Select(principle => RuleTest.Of(principle, pack, _folder)).ToList();
        if (_request.Mutate)
            tests.ForEach(test => test.Mutate(pack));
        if (_request.Accept)
            tests.ForEach(test => test.Accept());
        var others = pack.Principles.Except(asked).Select(principle => principle.Path).ToHashSet(StringComparer.Ordinal);
        var faults = pack.Faults.Where(fault => !others.Contains(fault.Path)).ToList();
        var report = new RuleTestReport(tests, faults, Tool.With(pack));
        var options = new ReportOptions { Folder = _terminal.Folder, Width = _terminal.Width, Colour = _terminal.Colour };
        foreach (var (format, file) in _outputs)
            FormatTargets.Write(file, options, _terminal, (its, output) => format.Write(report, its, output));
        return faults.Count > 0 || tests.Count == 0 ? ExitCode.Incomplete : report.Failed > 0 ? ExitCode.Violation : ExitCode.Clean;
    }

    private List<Principle> Asked(RulePack pack)
    {
        var known = pack.Principles.Select(principle => principle.Id).ToList();
        if (pack.Principles.Count > 0 && _request.Only.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
            throw new UsageException($"The rule pack has no rule \"{Spelling.Cut(unknown)}\". {Spelling.Suggestion(unknown, known)}");
        return [.. pack.Principles.Where(principle => _request.Only.Count == 0 || _request.Only.Contains(principle.Id))];
    }

    /// <summary>Once more; what cannot be read for the moment, as while an editor writes it, is said and does not end the watch.</summary>
    private int Again()
    {
        try
        {
            return Once();
        }
        catch (Exception exception) when (exception is UsageException or IOException or UnauthorizedAccessException)
        {
            _terminal.Complain($"ruleengine: {exception.Message}");
            return ExitCode.Incomplete;
        }
    }

    /// <summary>Tests now and after each save, until somebody stops it.</summary>
    private int Watch()
    {
        using var saved = new AutoResetEvent(true);
        var isStopped = false;
        using var interruption = new Interruption(() =>
        {
            isStopped = true;
            saved.Set();
        });
        using var watcher = new FileSystemWatcher(_folder) { IncludeSubdirectories = true };
        foreach (var filter in (string[])["*.csx", "*.json"])
            watcher.Filters.Add(filter);
        watcher.Changed += (_, _) => saved.Set();
        watcher.Created += (_, _) => saved.Set();
        watcher.Deleted += (_, _) => saved.Set();
        watcher.Renamed += (_, _) => saved.Set();
        watcher.EnableRaisingEvents = true;
        var code = ExitCode.Clean;
        while (true)
        {
            saved.WaitOne();
            while (!isStopped && saved.WaitOne(Quiet))
            {
                // Something more was saved.
            }

            if (isStopped)
                return code;
            _terminal.Error.WriteLine($"{EditorSetup.Begins} {_shownAs}.");
            code = Again();
            _terminal.Error.WriteLine($"{EditorSetup.Ends} in {_shownAs}; Ctrl-C ends.");
        }
    }
}
