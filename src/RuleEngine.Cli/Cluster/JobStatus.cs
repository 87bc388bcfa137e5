using System.Globalization;
using System.Text;

namespace RuleEngine.Cli.Cluster;

/// <summary><c>ruleengine cluster status</c>: how far a job is, as an operator wants to know it.</summary>
internal sealed class JobStatus
{
    private readonly JobFolder _job;
    private readonly Dictionary<int, (string State, string Where)> _tasks = [];

    private JobStatus(JobFolder job)
    {
        _job = job;
        var jobs = job.Jobs.Where(each => each.What.StartsWith("parts:", StringComparison.Ordinal)).ToList();
        foreach (var (what, id) in jobs)
        {
            foreach (var (number, task) in Slurm.Tasks(id).Where(task => Ranges.Read(what["parts:".Length..]).Contains(task.Key)))
                _tasks[number] = task;
        }
    }

    /// <summary>Looks at the folder, and asks the scheduler where parts were submitted to one.</summary>
    /// <exception cref="UsageException">Parts were submitted, and there is no scheduler here.</exception>
    public static JobStatus Of(JobFolder job) => new(job);

    /// <summary>The parts that are not done and that the scheduler does not have: they ended, or were never submitted.</summary>
    public IReadOnlyList<int> Lost => [.. Enumerable.Range(1, _job.Manifest.Parts).Where(number => !_job.IsDone(number) && !_tasks.ContainsKey(number))];

    /// <summary>Whether the scheduler has parts that are not done.</summary>
    public bool IsRunning => _tasks.Keys.Any(number => !_job.IsDone(number));

    /// <summary>The state in lines: the parts, the rate and the time left, the result, and what the lost parts said last.</summary>
    /// <param name="now">The time that it is.</param>
    public string Text(DateTime now)
    {
        var text = new StringBuilder();
        var done = _job.Done.ToList();
        var parts = _job.Manifest.Parts;
        var waiting = _tasks.Where(task => !_job.IsDone(task.Key)).ToLookup(task => task.Value.State == "RUNNING", task => task.Key);
        text.Append(Invariant($"{parts} part{(parts == 1 ? "" : "s")}: {done.Count} done, {waiting[true].Count()} running, {waiting[false].Count()} waiting, {Lost.Count} not submitted or ended without a result.\n"));
        foreach (var (number, (state, where)) in _tasks.OrderBy(task => task.Key).Where(task => !_job.IsDone(task.Key)))
            text.Append(Invariant($"  part {number}: {state.ToLowerInvariant()}{(where == "" ? "" : $" ({where})")}, {Size(Written(number))} written\n"));
        if (waiting[true].Any() && Rate(done, now) is { } rate)
            text.Append(Invariant($"{Size((long)rate)}/s of input; about {Span(TimeSpan.FromSeconds((_job.Manifest.Bytes - Read(done)) / rate))} left while as many run.\n"));
        foreach (var number in Lost.Where(number => File.Exists(_job.LogOf(number))))
            text.Append(Invariant($"  part {number} said last: {LastLine(_job.LogOf(number))}\n"));
        text.Append(IsMerged ? Invariant($"{_job.Manifest.Output} is there: {Size(new FileInfo(_job.Manifest.Output).Length)}.\n")
            : done.Count == parts ? "All parts are done; they are not put together.\n"
            : Lost.Count > 0 && !IsRunning ? Invariant($"`ruleengine cluster resume {_job.Path}` submits what is missing.\n") : "");
        if (!IsMerged && done.Count == parts && File.Exists(_job.In("log/merge.txt")))
            text.Append($"  the merge said last: {LastLine(_job.In("log/merge.txt"))}\n");
        return text.ToString();
    }

    /// <summary>Whether the results are there, and no part is newer.</summary>
    public bool IsMerged => File.Exists(_job.Manifest.Output) && _job.Done.Count() == _job.Manifest.Parts
        && Enumerable.Range(1, _job.Manifest.Parts).All(number => File.GetLastWriteTimeUtc(_job.ResultsOf(number)) <= File.GetLastWriteTimeUtc(_job.Manifest.Output));

    /// <summary>Bytes of input a second since the first part began; null where nothing can be told yet. Parts have equal shares of the bytes.</summary>
    private double? Rate(IReadOnlyList<int> done, DateTime now)
    {
        var logs = Enumerable.Range(1, _job.Manifest.Parts).Select(number => new FileInfo(_job.LogOf(number))).Where(file => file.Exists).ToList();
        if (done.Count == 0 || logs.Count == 0)
            return null;
        var seconds = (now - logs.Min(file => file.CreationTimeUtc)).TotalSeconds;
        return seconds > 0 ? Read(done) / seconds : null;
    }

    /// <summary>How much of the input is done: whole parts, and of the others what the results of whole ones let expect.</summary>
    private double Read(IReadOnlyList<int> done)
    {
        var share = (double)_job.Manifest.Bytes / _job.Manifest.Parts;
        var whole = done.Average(number => (double)new FileInfo(_job.ResultsOf(number)).Length);
        return (done.Count * share) + _tasks.Keys.Where(number => !_job.IsDone(number)).Sum(number => whole > 0 ? share * Math.Min(1, Written(number) / whole) : 0);
    }

    private long Written(int number) => _job.Left(number).Select(file => file.Length).FirstOrDefault();

    private static string LastLine(string file) => File.ReadLines(file).LastOrDefault(line => line.Trim() != "") ?? "nothing";

    private static string Size(long bytes) => bytes < 10_000 ? Invariant($"{bytes} B") : bytes < 10_000_000 ? Invariant($"{bytes / 1000.0:0.#} kB") : bytes < 10_000_000_000 ? Invariant($"{bytes / 1e6:0.#} MB") : Invariant($"{bytes / 1e9:0.#} GB");

    private static string Span(TimeSpan span) => span.TotalMinutes < 2 ? Invariant($"{Math.Max(1, span.TotalSeconds):0} s") : span.TotalHours < 2 ? Invariant($"{span.TotalMinutes:0} min") : Invariant($"{span.TotalHours:0.#} h");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
