using System.CommandLine;
using System.Globalization;

namespace RuleEngine.Cli.Cluster;

/// <summary>The options of <c>batch</c> that a job can have, and how they are written for its parts.</summary>
internal sealed class BatchOptions
{
    private readonly Option<string[]> _exclude = new("--exclude") { Description = "As for `batch`.", HelpName = "GLOB" };
    private readonly Flag _excerpts = new("--excerpts") { Description = "As for `batch`." };
    private readonly DayOption _today = new("--today") { Description = "The day on which waivers must hold, for all parts whenever they run; the day that it is (UTC) when not given." };
    private readonly Option<int> _threads = new("--threads", "-j") { Description = "How many threads, and processors, each part has; 1 when not given.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
    private readonly PackOption _pack = new();

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_exclude, _excerpts, _today, _threads])
            command.Add(option);
        _pack.AddTo(command, withSets: true);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_threads) is { Implicit: false } && result.GetValue(_threads) is not (>= 1 and <= 1024))
                result.AddError("--threads takes a number from 1 to 1024.");
        });
    }

    public int Threads(ParseResult parsed) => parsed.GetValue(_threads);

    /// <summary>The options as <c>batch</c> takes them. The day is said always, so that a part that runs tomorrow is of the same batch.</summary>
    public IReadOnlyList<string> Written(ParseResult parsed)
    {
        var written = new List<string> { "--today", (_today.Day(parsed) ?? DayOption.Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--threads", Threads(parsed).ToString(CultureInfo.InvariantCulture) };
        foreach (var glob in parsed.GetValue(_exclude) ?? [])
            written.AddRange(["--exclude", glob]);
        if (_excerpts.IsGiven(parsed))
            written.Add("--excerpts");
        if (_pack.Folder(parsed) is { } folder)
            written.AddRange(["--rules", folder]);
        foreach (var set in _pack.Sets(parsed))
            written.AddRange(["--set", set]);
        if (_pack.NoCache(parsed))
            written.Add("--no-cache");
        if (_pack.Isolate(parsed))
            written.Add("--isolate");
        return written;
    }
}
