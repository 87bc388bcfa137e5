using System.Globalization;

namespace RuleEngine.Scripting.Metering;

/// <summary>Runs what scripts do, under a budget and with the invariant culture.</summary>
internal static class MeteredRun
{
    /// <summary>Why it did not come to its end; null where it did. A budget that ran out counts whatever the script did about it.</summary>
    public static Exception? Of(in Budget budget, Action work) => Of(budget, work, out _);

    /// <summary>The same, and how many steps it took.</summary>
    public static Exception? Of(in Budget budget, Action work, out long steps)
    {
        steps = 0;
        var culture = CultureInfo.CurrentCulture;
        if (culture != CultureInfo.InvariantCulture)
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var meter = Meter.Start(budget);
        try
        {
            work();
            return meter.Exhausted;
        }
        catch (Exception exception)
        {
            return meter.Exhausted ?? exception;
        }
        finally
        {
            meter.Stop();
            steps = meter.Steps;
            if (culture != CultureInfo.InvariantCulture)
                CultureInfo.CurrentCulture = culture;
        }
    }
}
