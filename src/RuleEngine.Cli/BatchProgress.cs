using System.Diagnostics;
using System.Globalization;
using RuleEngine.Engine.Batch;
using Spectre.Console;

namespace RuleEngine.Cli;

/// <summary>How far a batch is, where somebody watches: records done and violated, the rate, the time left. Nothing of it stays on the screen.</summary>
internal static class BatchProgress
{
    /// <summary>Does the work, which tells how far it is: what it has come to and how many bytes of the inputs it has passed.</summary>
    /// <param name="terminal">The screen is where its errors go.</param>
    /// <param name="sources">The inputs.</param>
    /// <param name="work">The work; what it is given is null where nobody watches.</param>
    public static void Watch(Terminal terminal, IReadOnlyList<BatchSource> sources, Action<Action<Tally, long>?> work)
    {
        if (!terminal.IsErrorScreen)
        {
            work(null);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = terminal.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(terminal.Error),
        });
        var isKnown = sources.All(source => source.Size > 0);
        ProgressColumn[] columns = isKnown
            ? [new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }]
            : [new SpinnerColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }];
        console.Progress().AutoClear(true).Columns(columns).Start(context =>
        {
            var size = isKnown ? sources.Sum(source => Math.Min(source.To, source.Size) - source.From) : 1;
            var task = context.AddTask("reading", maxValue: Math.Max(1, size));
            task.IsIndeterminate = !isKnown;
            var start = Stopwatch.GetTimestamp();
            work((tally, passed) =>
            {
                if (isKnown)
                    task.Value = passed;
                task.Description = Sentence(tally, Stopwatch.GetElapsedTime(start));
            });
        });
    }

    private static string Sentence(Tally tally, TimeSpan elapsed)
    {
        var done = tally.Summary.Checked + tally.Summary.Invalid + tally.Summary.NotProposals;
        return string.Create(CultureInfo.InvariantCulture,
            $"{done:N0} done, {tally.Summary.Violated:N0} violated{(tally.Summary.Invalid + tally.Summary.Failed is var failed and > 0 ? $", {failed:N0} in error" : "")}, {done / Math.Max(0.001, elapsed.TotalSeconds):N0}/s");
    }
}
