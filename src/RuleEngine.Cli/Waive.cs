using System.Globalization;
using System.Text;
using RuleEngine.Engine;
using RuleEngine.Engine.Settings;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;
using RuleEngine.Parsing;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary>One waiver being written.</summary>
internal sealed class Waive(Terminal terminal)
{
    public required string File { get; init; }

    public required string Id { get; init; }

    public required string Reason { get; init; }

    public required string Owner { get; init; }

    public required DateOnly Expires { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Where the finding stands; null where it stands at one place only.</summary>
    public string? Address { get; init; }

    /// <summary>The limb that reports it; null where only one does.</summary>
    public string? Limb { get; init; }

    private string Day => Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <exception cref="UsageException">There is no such finding, or several, or it is accepted already.</exception>
    public int Run(RulePack pack)
    {
        if (string.IsNullOrWhiteSpace(Reason) || string.IsNullOrWhiteSpace(Owner))
            throw new UsageException("A waiver has a reason and an owner: neither may be empty.");
        if (Expires < Today)
            throw new UsageException($"--expires {Day} has passed already.");
        if (File == "")
            throw new UsageException("The name of the file is empty.");
        var full = Path.GetFullPath(File, terminal.Folder);
        var reader = new SettingsReader(terminal.Folder);
        var settings = reader.For(Path.GetDirectoryName(full)!);
        if (reader.Faults is [var faulty, ..])
            throw new UsageException($"{faulty.Position}: {faulty.Kind.Id} {faulty.Message}");
        var outcome = Outcome(full, pack);
        if (outcome is not ProposalResult result)
        {
            foreach (var fault in ((InvalidInput)outcome).Faults)
                terminal.Complain(fault);
            return ExitCode.Incomplete;
        }

        var finding = Only(new Settlement(Today, null).Settle(result, full, settings));
        var target = SettingsReader.Nearest(Path.GetDirectoryName(full)!) ?? Path.Combine(IsBelow(full, terminal.Folder) ? terminal.Folder : Path.GetDirectoryName(full)!, Configuration.FileName);
        Write(target, result.Proposal, full, finding);
        var line = $"{reader.Shown(target)}: {finding.Id} at {Place.InWords(finding.Address)} of {File.Replace('\\', '/')} is waived until {Day}.\n";
        terminal.Out.Write(Encoding.UTF8.GetBytes(Printable.Text(line[..^1]) + "\n"));
        return ExitCode.Clean;
    }

    private Outcome Outcome(string full, RulePack pack)
    {
        var read = new InputReader(terminal).Read(new Input(File.Replace('\\', '/'), full, IsNamed: true));
        return read.Outcome ?? new Checker(pack, withExcerpts: false).Check(read.File!, read.Input.Path);
    }

    /// <summary>The one finding that is meant.</summary>
    private ReportedFinding Only(ProposalResult result)
    {
        var known = result.Findings.Where(finding => finding.Role != Role.Support).Select(finding => finding.Id).Distinct().ToList();
        if (!known.Contains(Id))
        {
            throw new UsageException($"{File} has no finding {Id} to waive. {(
                known.Count == 0 ? "It has none at all."
                : known.FindAll(each => each.StartsWith(Id, StringComparison.Ordinal)) is { Count: > 0 } ofRule ? $"{Id} is a rule, and its findings there are {string.Join(", ", ofRule)}."
                : Spelling.Suggestion(Id, known))}");
        }

        var meant = result.Findings
            .Where(finding => finding.Id == Id && (Address ?? finding.Address) == finding.Address && (Limb ?? finding.Limb) == finding.Limb)
            .DistinctBy(finding => (finding.Limb, finding.Address)).ToList();
        if (meant is [var only])
            return only.Waived is null ? only : throw new UsageException($"{Id} at {Place.InWords(only.Address)} is waived by {only.Waived.Owner} until {only.Waived.Expires} already.");
        var places = result.Findings.Where(finding => finding.Id == Id)
            .Select(finding => $"  --address '{finding.Address.Replace("'", @"'\''")}'{(finding.Limb is null ? "" : $" --limb {finding.Limb}")}  (line {finding.Location.Line})").Distinct();
        throw new UsageException($"{Id} {(meant.Count == 0 ? "does not stand there" : "stands at several places")}; say which is meant:\n{string.Join('\n', places)}");
    }

    private void Write(string target, string proposal, string full, ReportedFinding finding)
    {
        var before = System.IO.File.Exists(target) ? System.IO.File.ReadAllBytes(target) : [];
        var after = WaiverText.Add(before,
        [
            new("id", finding.Id), new("path", Globs.Escaped(Path.GetRelativePath(Path.GetDirectoryName(target)!, full).Replace('\\', '/'))),
            new("proposal", proposal), new("limb", finding.Limb), new("address", finding.Address), new("content", finding.Content),
            new("reason", Reason), new("owner", Owner), new("expires", Day),
        ]);
        var faults = new List<Fault>();
        if (ConfigurationFile.Read(target, after, faults) is null)
            throw new InvalidOperationException($"{target} would not be readable: {faults[0].Message}");
        System.IO.File.WriteAllBytes(target, after);
    }

    private static bool IsBelow(string file, string folder) => !Path.GetRelativePath(folder, file).StartsWith("..", StringComparison.Ordinal);
}
