using System.Diagnostics;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Authoring;

/// <summary>What came of testing a rule by its own examples: their verdicts, what they show of the rule, and the page made of them.</summary>
public sealed class RuleTest
{
    private const int MostLines = 40;
    private static readonly Verdict[] Shown = [Verdict.Upheld, Verdict.Violated, Verdict.Undetermined];

    private readonly List<Fault> _faults = [];

    private RuleTest(Principle principle, RulePack pack, string folder)
    {
        Principle = principle;
        var stem = Path.Combine(folder, principle.Set, $"{principle.Id}-{principle.Name}");
        PageFile = stem + ".verified.md";
        Script = File.ReadAllText(stem + ".csx").ReplaceLineEndings("\n");
        var start = Stopwatch.GetTimestamp();
        Runs = ExampleRun.All(principle, pack);
        Time = Stopwatch.GetElapsedTime(start);
        Page = RulePage.Markdown(principle, Runs);
    }

    /// <summary>The principle.</summary>
    public Principle Principle { get; }

    /// <summary>The script, its line ends as LF.</summary>
    public string Script { get; }

    /// <summary>What its examples came to, in their order.</summary>
    public IReadOnlyList<ExampleRun> Runs { get; }

    /// <summary>What failed, at its line of the script where it has one; empty when the rule passes.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>How many of the findings that the rule declares are seen in an example.</summary>
    public int FindingsSeen => Principle.Rule!.Findings.Count - Unseen.Count;

    /// <summary>The most steps that an example took.</summary>
    public long Steps => Runs.Select(run => run.Steps).DefaultIfEmpty().Max();

    /// <summary>How long all examples took together.</summary>
    public TimeSpan Time { get; }

    /// <summary>Which conditions matter; null where that was not asked.</summary>
    public RuleMutation? Mutation { get; private set; }

    /// <summary>The full path of the recorded page.</summary>
    public string PageFile { get; }

    /// <summary>The page as it would be recorded now.</summary>
    public string Page { get; }

    private List<FindingKind> Unseen =>
        [.. Principle.Rule!.Findings.Where(kind => !Runs.Any(run => run.Findings.Any(finding => finding.Id == kind.Id)))];

    /// <summary>Tests a rule.</summary>
    /// <param name="principle">A principle whose rule could be loaded.</param>
    /// <param name="pack">Its pack.</param>
    /// <param name="folder">The pack's folder.</param>
    /// <exception cref="IOException">The script or its page cannot be read.</exception>
    public static RuleTest Of(Principle principle, RulePack pack, string folder)
    {
        var test = new RuleTest(principle, pack, folder);
        test._faults.AddRange(test.Verdicts());
        test._faults.AddRange(test.Coverage());
        test._faults.AddRange(test.Recorded());
        return test;
    }

    /// <summary>Records the page, and no longer holds against the rule that it was another.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Accept()
    {
        if (_faults.RemoveAll(fault => fault.Kind == RuleFaults.OtherPage) > 0)
            File.WriteAllText(PageFile, Page);
    }

    /// <summary>Changes the script in one place at a time, and holds against the rule what no example notices.</summary>
    /// <param name="pack">Its pack.</param>
    public void Mutate(RulePack pack)
    {
        Mutation = RuleMutation.Of(this, pack);
        _faults.AddRange(Mutation.Survivors);
    }

    private IEnumerable<Fault> Verdicts()
    {
        foreach (var run in Runs.Where(run => !run.IsRight))
        {
            var message = new StringBuilder($"\"{run.Example.Title}\" is {run.Verdict}, and the script says {run.Example.Verdict}");
            foreach (var finding in run.Findings.Where(finding => finding.Role != Role.Concern))
                message.Append($"\n{finding.Role} {finding.Id} at {Place.InWords(finding.Address)}: {finding.Message}");
            foreach (var fault in run.Faults)
                message.Append($"\n{fault.Kind.Id}{(fault.Location is { } at ? $" at {at}" : "")}: {fault.Message}");
            yield return At(RuleFaults.WrongVerdict, $"\"{run.Example.Title}\"", message.Append(run.Findings.Count + run.Faults.Count == 0 ? "." : "").ToString());
        }
    }

    private IEnumerable<Fault> Coverage()
    {
        foreach (var kind in Unseen)
            yield return At(RuleFaults.UnseenFinding, $"\"{kind.Id}\"", $"{kind.Id} ({kind.Title}) is seen in no example.");
        var verdicts = Principle.Rule!.AppliesTo is null ? Shown : [.. Shown, Verdict.NotApplicable];
        foreach (var verdict in verdicts.Where(verdict => !Runs.Any(run => run.Verdict == verdict)))
            yield return At(RuleFaults.UnseenVerdict, "Examples", $"No example is {verdict}.");
        foreach (var limb in Principle.Rule.Limbs)
        {
            foreach (var verdict in Shown.Where(verdict => !Runs.Any(run => Of(limb, run) == verdict)))
                yield return At(RuleFaults.UnseenVerdict, $"Limb(\"{limb.Name}\"", $"In no example is the limb {limb.Name} {verdict}.");
        }
    }

    private static Verdict? Of(Limb limb, ExampleRun run)
    {
        var roles = run.Findings.Where(finding => finding.Limb == limb.Name).Select(finding => finding.Role).ToHashSet();
        return roles.Contains(Role.Violation) ? Verdict.Violated : roles.Contains(Role.Gap) ? Verdict.Undetermined : roles.Contains(Role.Support) ? Verdict.Upheld : null;
    }

    private IEnumerable<Fault> Recorded()
    {
        if (!File.Exists(PageFile))
            yield return new Fault(RuleFaults.OtherPage, Principle.Path, "No page is recorded; --accept records it.");
        else if (File.ReadAllText(PageFile).ReplaceLineEndings("\n") is var recorded && recorded != Page)
            yield return new Fault(RuleFaults.OtherPage, Principle.Path, "The page is not as recorded; --accept records it:" + Difference(recorded, Page));
    }

    /// <summary>The lines that have gone and come, of a long difference the first.</summary>
    private static string Difference(string old, string @new)
    {
        var changed = InlineDiffBuilder.Diff(old, @new).Lines.Where(line => line.Type is ChangeType.Deleted or ChangeType.Inserted)
            .Select(line => $"\n{(line.Type == ChangeType.Deleted ? '-' : '+')} {line.Text}").ToList();
        return string.Concat(changed.Take(MostLines)) + (changed.Count > MostLines ? $"\nand {changed.Count - MostLines} more lines" : "");
    }

    /// <summary>A fault where the script has this text; of the script as a whole where it has none.</summary>
    private Fault At(FaultKind kind, string text, string message)
    {
        var offset = Script.IndexOf(text, StringComparison.Ordinal);
        if (offset < 0)
            return new Fault(kind, Principle.Path, message);
        var line = 1 + Script.AsSpan(0, offset).Count('\n');
        var column = offset - Script.LastIndexOf('\n', offset);
        return new Fault(kind, Principle.Path, message, new Location(line, column, line, column + text.Length, null, null));
    }
}
