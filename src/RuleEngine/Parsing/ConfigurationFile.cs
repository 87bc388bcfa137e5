using System.Globalization;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Settings;

namespace RuleEngine.Parsing;

/// <summary>Reads configurations and baselines.</summary>
public static class ConfigurationFile
{
    /// <summary>The configuration; null where there are faults, which are added.</summary>
    /// <param name="path">What reports call the file.</param>
    /// <param name="bytes">Its content; the configuration keeps the array, which must not change.</param>
    /// <param name="faults">Where faults go, in the order of the text.</param>
    public static Configuration? Read(string path, byte[] bytes, List<Fault> faults)
    {
        var found = new List<Fault>();
        var configuration = DocumentReader.Read<Configuration>(path, bytes, new Naming(), ConfigurationFormat.Configuration, ReadDays, found);
        faults.AddRange(found.Select(fault => fault with { Kind = ConfigurationFaults.Of(fault.Kind) }));
        return configuration;
    }

    /// <summary>The baseline; null where there are faults, which are added.</summary>
    /// <param name="path">What reports call the file.</param>
    /// <param name="bytes">Its content; the baseline keeps the array, which must not change.</param>
    /// <param name="faults">Where faults go, in the order of the text.</param>
    public static Baseline? ReadBaseline(string path, byte[] bytes, List<Fault> faults)
    {
        var found = new List<Fault>();
        var baseline = DocumentReader.Read<Baseline>(path, bytes, new Naming(), ConfigurationFormat.Baseline, (_, _) => { }, found);
        faults.AddRange(found.Select(fault => fault with { Kind = ConfigurationFaults.BadBaseline }));
        return baseline;
    }

    private static void ReadDays(Configuration configuration, JsonCursor cursor)
    {
        foreach (var waiver in configuration.Waivers)
        {
            if (DateOnly.TryParseExact(waiver.ExpiresText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                waiver.Expires = day;
            else if (waiver.ExpiresText != "")
                cursor.Report(ConfigurationFaults.BadDate, waiver.At("expires"), $"No calendar has the day {waiver.ExpiresText}.");
        }
    }
}
