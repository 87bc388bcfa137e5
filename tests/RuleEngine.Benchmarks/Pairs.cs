using System.Diagnostics;
using System.Globalization;

namespace RuleEngine.Benchmarks;

/// <summary>
/// Two pieces of work timed in turn, so that whatever else the machine does falls on both: the median of the ratios of neighbours.
/// </summary>
public static class Pairs
{
    private const int Warmup = 60;

    public static string Compare(string name, Action work, string baseName, Action baseline, int pairs)
    {
        for (var round = 0; round < Warmup; round++)
        {
            work();
            baseline();
        }

        var ratios = new double[pairs];
        var times = new double[pairs];
        for (var pair = 0; pair < pairs; pair++)
        {
            // Who comes second meets what the first left to collect.
            var before = pair % 2 == 0 ? Time(baseline) : 0;
            times[pair] = Time(work);
            ratios[pair] = times[pair] / (pair % 2 == 0 ? before : Time(baseline));
        }

        Array.Sort(ratios);
        Array.Sort(times);
        return string.Create(CultureInfo.InvariantCulture,
            $"{name} / {baseName}: {ratios[pairs / 2]:0.000} (quartiles {ratios[pairs / 4]:0.000} and {ratios[pairs * 3 / 4]:0.000}, {pairs} pairs); {name} {times[pairs / 2]:0.00} ms");
    }

    private static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
