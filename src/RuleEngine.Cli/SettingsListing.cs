using System.Globalization;
using System.Text;
using RuleEngine.Engine.Settings;
using RuleEngine.Model;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;
using RuleEngine.Reporting;
using Spectre.Console;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine check --show-config FILE</c>: what applies to a file, and where it is said.</summary>
internal sealed class SettingsListing
{
    private readonly Table _table = new() { Border = TableBorder.None, ShowHeaders = false };

    private SettingsListing()
    {
        _table.AddColumn(new TableColumn("").NoWrap().PadLeft(0));
        _table.AddColumn(new TableColumn("").PadRight(3));
        _table.AddColumn(new TableColumn("").NoWrap());
    }

    /// <exception cref="UsageException">There is no such file.</exception>
    public static int Run(string file, DateOnly? today, Terminal terminal)
    {
        if (!File.Exists(Path.GetFullPath(file, terminal.Folder)))
            throw new UsageException($"{file}: there is no such file.");
        var reader = new SettingsReader(terminal.Folder);
        var full = Path.GetFullPath(file, terminal.Folder);
        var run = reader.For(terminal.Folder);
        var own = reader.For(Path.GetDirectoryName(full) ?? terminal.Folder);
        foreach (var fault in reader.Faults)
            terminal.Complain(fault);
        if (reader.Faults.Count > 0)
            return ExitCode.Incomplete;
        var listing = new SettingsListing();
        listing.AddRun(run, full, reader);
        listing.AddSeverity(own, full);
        listing.AddWaivers(own, full, today ?? DayOption.Today);
        using var writer = new StreamWriter(terminal.Out, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Printable.Text(file.Replace('\\', '/')));
        terminal.Canvas(writer).Write(listing._table);
        return ExitCode.Clean;
    }

    private void AddRun(EffectiveSettings run, string file, SettingsReader reader)
    {
        Add("rules", run, "rules", run.Rules is { } folder ? reader.Shown(folder) : "the shipped pack", configuration => configuration.Rules);
        foreach (var pack in run.Packs)
            Row("extends", $"the rules of {reader.Shown(pack)}", Where(run.Layers.First(layer => layer.Packs.Contains(pack)).Configuration.Place.Member("extends")));
        Add("rulesHash", run, "rulesHash", run.Stating(each => each.RulesHash is not null)?.Configuration.RulesHash ?? "any", configuration => configuration.RulesHash);
        Add("failOn", run, "failOn", run.FailOn.Text, configuration => configuration.FailOn);
        Add("include", run, "include", Listed(run, configuration => configuration.Include) ?? "every file", configuration => configuration.Include);
        Add("exclude", run, "exclude", Listed(run, configuration => configuration.Exclude) ?? "no file", configuration => configuration.Exclude);
        Row("in a folder", run.Includes(file) ? "this file is checked" : "this file is left out", "");
    }

    private void AddSeverity(EffectiveSettings own, string file)
    {
        foreach (var said in new Loudness(own, file).Said)
            Row("severity", $"{said.Id}: {said.Severity}{(said.Severity == Severity.None ? " (its concerns and supports)" : "")}", Where(said.Place));
    }

    private void AddWaivers(EffectiveSettings own, string file, DateOnly today)
    {
        foreach (var layer in own.Layers)
        {
            foreach (var waiver in layer.Configuration.Waivers.Where(waiver => new Globs([waiver.Path], layer.Folder).Match(file)))
            {
                var state = waiver.Expires < today ? "expired" : "until";
                Row("waiver", $"{waiver.Id} at {Place.InWords(waiver.Address)}, {state} {waiver.Expires:yyyy-MM-dd}, by {waiver.Owner}: {waiver.Reason}", Where(waiver.Place));
            }
        }
    }

    private static string? Listed(EffectiveSettings settings, Func<Configuration, Members<string>?> globs) =>
        settings.Stating(configuration => globs(configuration) is not null) is { } layer ? string.Join(", ", globs(layer.Configuration)!) : null;

    private void Add(string name, EffectiveSettings settings, string property, string value, Func<Configuration, object?> stated) =>
        Row(name, value, settings.Stating(configuration => stated(configuration) is not null) is { } layer ? Where(layer.Configuration.Place.Member(property)) : "default");

    private void Row(string name, string value, string where) => _table.AddRow(new Text(name), new Text(Printable.Text(value)), new Text(Printable.Text(where)));

    private static string Where(Place place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.Path}:{place.Location.Line}:{place.Location.Column}");
}
