using System.Globalization;
using System.Text;

namespace RuleEngine.Cli.Cluster;

/// <summary><c>ruleengine cluster status</c>: how far a job is, as an operator wants to know it.</summary>
internal sealed class JobStatus
{
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(1);

    private readonly JobFolder _job;
    private readonly Dictionary<int, (string State, string Where)> _tasks = [];
    private readonly List<string> _arrays = [];

    private JobStatus(JobFolder job)
    {
        _job = job;
        foreach (var (what, id) in job.Jobs)
        {
            var tasks = Slurm.Tasks(id, job.Name);
            if (what == "merge" && tasks.Count > 0)
                Merge = new MergeJob(id, tasks.Values.First().State, tasks.Values.First().Where);
            else if (what.StartsWith("parts:", StringComparison.Ordinal) && tasks.Keys.Any(number => !job.IsDone(number)))
                _arrays.Add(id);
            foreach (var (number, task) in tasks.Where(task => what != "merge" && !job.IsDone(task.Key)))
                _tasks[number] = task;
        }

        foreach (var number in Enumerable.Range(1, job.Manifest.Parts).Where(number => !job.IsDone(number) && !_tasks.ContainsKey(number) && job.Left(number).Any(file => JobFolder.IsHeld(file.FullName))))
            _tasks[number] = ("RUNNING", "without the scheduler");
    }

    /// <summary>Looks at the folder, and asks the scheduler where something was submitted to one.</summary>
    /// <exception cref="UsageException">Something was submitted, and the scheduler does not answer.</exception>
    public static JobStatus Of(JobFolder job) => new(job);

    /// <summary>The parts that are not done and that nobody does: they ended, or were never submitted.</summary>
    public IReadOnlyList<int> Lost => [.. Enumerable.Range(1, _job.Manifest.Parts).Where(number => !_job.IsDone(number) && !_tasks.ContainsKey(number))];

    /// <summary>The arrays of which the scheduler has parts that are not done.</summary>
    public IReadOnlyList<string> Arrays => _arrays;

    /// <summary>The merge that the scheduler has; null where it has none.</summary>
    public MergeJob? Merge { get; }

    /// <summary>The state in lines: the parts, the rate and the time left, the result, and what the lost parts said last.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        var done = _job.Done.ToList();
        var parts = _job.Manifest.Parts;
        var running = _tasks.Where(task => task.Value.State == "RUNNING").Select(task => task.Key).ToList();
        text.Append(Invariant($"{parts} part{(parts == 1 ? "" : "s")}: {done.Count} done, {running.Count} running, {_tasks.Count - running.Count} waiting, {Lost.Count} not submitted or ended without a result.\n"));
        foreach (var (number, (state, where)) in _tasks.OrderBy(task => task.Key))
            text.Append(Invariant($"  part {number}: {state.ToLowerInvariant()}{(where is "" or "None" ? "" : $" ({where})")}, {Size(Written(number))} written\n"));
        if (running.Count > 0)
            AppendRate(text, running, done);
        foreach (var number in Lost.Where(number => File.Exists(_job.LogOf(number))))
            text.Append(Invariant($"  part {number} said last: {LastLine(_job.LogOf(number))}\n"));
        AppendResult(text, done.Count);
        return text.ToString();
    }

    private void AppendResult(StringBuilder text, int done)
    {
        if (_job.IsMerged)
            text.Append(Invariant($"{_job.Manifest.Output} is there: {Size(new FileInfo(ResultTarget.Meant(_job.Manifest.Output)).Length)}.\n"));
        else if (Merge is { } merge)
            text.Append(Invariant($"The merge, job {merge.Id}, is {merge.State.ToLowerInvariant()}{(merge.Where is "" or "None" ? "" : $" ({merge.Where})")}.\n"));
        else if (done == _job.Manifest.Parts)
            text.Append(Invariant($"All parts are done; they are not put together.{(File.Exists(_job.In("log/merge.txt")) ? $" The merge said last: {LastLine(_job.In("log/merge.txt"))}" : "")}\n"));
        if (!_job.IsMerged && (Lost.Count > 0 || Merge is null or { IsInVain: true }) && _tasks.Values.All(task => task.Where != "without the scheduler"))
            text.Append(Invariant($"`ruleengine cluster resume {_job.Path}` submits what is missing.\n"));
    }

    /// <summary>What is written in a second tells the rate; what whole parts are long, how much is left.</summary>
    private void AppendRate(StringBuilder text, List<int> running, List<int> done)
    {
        var before = running.Sum(Written);
        Thread.Sleep(Sample);
        var rate = (running.Sum(Written) - before) / Sample.TotalSeconds;
        if (rate <= 0)
            return;
        text.Append(Invariant($"{Size((long)rate)} of results a second"));
        if (done.Count > 0 && done.Average(number => (double)new FileInfo(_job.ResultsOf(number)).Length) is var whole and > 0)
            text.Append(Invariant($"; about {Span(TimeSpan.FromSeconds(((whole * (_job.Manifest.Parts - done.Count)) - _tasks.Keys.Sum(number => Math.Min(whole, Written(number)))) / rate))} left while as many run"));
        text.Append(".\n");
    }

    private long Written(int number) => _job.Left(number).Select(file => file.Length).FirstOrDefault();

    private static string LastLine(string file) => File.ReadLines(file).LastOrDefault(line => line.Trim() != "") ?? "nothing";

    private static string Size(long bytes) => bytes < 10_000 ? Invariant($"{bytes} B") : bytes < 10_000_000 ? Invariant($"{bytes / 1000.0:0.#} kB") : bytes < 10_000_000_000 ? Invariant($"{bytes / 1e6:0.#} MB") : Invariant($"{bytes / 1e9:0.#} GB");

    private static string Span(TimeSpan span) => span.TotalMinutes < 2 ? Invariant($"{Math.Max(1, span.TotalSeconds):0} s") : span.TotalHours < 2 ? Invariant($"{span.TotalMinutes:0} min") : Invariant($"{span.TotalHours:0.#} h");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A merge that the scheduler has.</summary>
    /// <param name="Id">Its job.</param>
    /// <param name="State">Its state.</param>
    /// <param name="Where">Where it runs, or why it waits.</param>
    internal sealed record MergeJob(string Id, string State, string Where)
    {
        /// <summary>Whether it waits for what will not be.</summary>
        public bool IsInVain => Where == "DependencyNeverSatisfied";
    }
}
