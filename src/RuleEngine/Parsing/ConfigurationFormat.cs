using RuleEngine.Model;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;
using RuleEngine.Parsing.Shapes;
using static RuleEngine.Parsing.Shapes.Forms;

namespace RuleEngine.Parsing;

/// <summary>The formats of <c>ruleengine.json</c> and of a baseline.</summary>
internal static class ConfigurationFormat
{
    private static readonly ListValue<string> Globs = new(TextValue.Glob, mayBeEmpty: false);

    private static readonly MapValue<Severity> Severities = new(Word(Severity.All));

    private static readonly Shape Override = new("override", null, (document, at, parent) => new SeverityOverride(document, at, parent),
    [
        Required("paths", Globs, (SeverityOverride over, Members<string> paths) => over.Paths = paths, "Which files, as globs relative to this configuration's folder."),
        Required("severity", Severities, (SeverityOverride over, IReadOnlyList<KeyValuePair<string, Severity>> severity) => over.Severity = severity, "How loud findings are there, by finding id, rule id or set."),
    ]);

    private static readonly Shape Waiver = new("waiver", null, (document, at, parent) => new Waiver(document, at, parent),
    [
        Required<Waiver>("id", Telling, (waiver, id) => waiver.Id = id, "The finding's id."),
        Required<Waiver>("path", TextValue.Glob, (waiver, path) => waiver.Path = path, "Which files, as a glob relative to this configuration's folder."),
        Optional<Waiver>("proposal", Telling, (waiver, proposal) => waiver.Proposal = proposal, "The proposal's id; any when absent."),
        Optional<Waiver>("limb", Telling, (waiver, limb) => waiver.Limb = limb, "The limb; any when absent."),
        Required<Waiver>("address", Free, (waiver, address) => waiver.Address = address, "Where the finding stands, as reports print it; empty for the whole."),
        Optional<Waiver>("content", TextValue.ContentHash, (waiver, content) => waiver.Content = content, "The hash of what stands there, so that another clause is not accepted in its stead; none for what is absent and for the whole."),
        Required<Waiver>("reason", Telling, (waiver, reason) => waiver.Reason = reason, "Why it is accepted."),
        Required<Waiver>("owner", Telling, (waiver, owner) => waiver.Owner = owner, "Who answers for it."),
        Required<Waiver>("expires", TextValue.Date, (waiver, expires) => waiver.ExpiresText = expires, "The last day on which it holds."),
    ]);

    public static readonly Shape Configuration = new("configuration", null, (document, at, parent) => new Configuration(document, at, parent),
    [
        Optional<Configuration>("$schema", Free, (_, _) => { }, "The schema, for editors."),
        Optional("extends", new OneOrManyValue<string>(TextValue.Path), (Configuration configuration, Members<string> paths) => configuration.Extends = paths, "What this configuration builds on, relative to it: another configuration, or a rule pack (a folder with pack.json, or a .nupkg) whose rules are asked too. One path, or several, the later the nearer."),
        Optional<Configuration>("rules", TextValue.Path, (configuration, folder) => configuration.Rules = folder, "The folder of the rule pack, relative to this file; the shipped pack when absent."),
        Optional<Configuration>("rulesHash", TextValue.PackHash, (configuration, hash) => configuration.RulesHash = hash, "The hash that the rule pack must have."),
        Optional("failOn", Word(FailOn.All), (Configuration configuration, FailOn failOn) => configuration.FailOn = failOn, "What makes a run fail; violated when absent."),
        Optional("include", Globs, (Configuration configuration, Members<string> globs) => configuration.Include = globs, "Which files of folders are checked; all when absent."),
        Optional("exclude", Globs, (Configuration configuration, Members<string> globs) => configuration.Exclude = globs, "Which files of folders are left out."),
        Optional("severity", Severities, (Configuration configuration, IReadOnlyList<KeyValuePair<string, Severity>> severity) => configuration.Severity = severity, "How loud findings are, by finding id, rule id or set. It changes no verdict."),
        Optional("overrides", ListOf<SeverityOverride>(Override), (Configuration configuration, Members<SeverityOverride> overrides) => configuration.Overrides = overrides, "How loud findings are in some files; what comes later has the last word."),
        Optional("waivers", ListOf<Waiver>(Waiver), (Configuration configuration, Members<Waiver> waivers) => configuration.Waivers = waivers, "Which findings somebody has accepted. They stay visible and no longer fail the run."),
    ]);

    private static readonly Shape KnownFinding = new("knownFinding", null, (document, at, parent) => new KnownFinding(document, at, parent),
    [
        Required<KnownFinding>("proposal", Telling, (finding, proposal) => finding.Proposal = proposal, "The proposal's id."),
        Required<KnownFinding>("id", Telling, (finding, id) => finding.Id = id, "The finding's id."),
        Optional<KnownFinding>("limb", Telling, (finding, limb) => finding.Limb = limb, "The limb."),
        Required<KnownFinding>("address", Free, (finding, address) => finding.Address = address, "Where it stands; empty for the whole."),
        Optional<KnownFinding>("content", TextValue.ContentHash, (finding, content) => finding.Content = content, "The hash of what stands there."),
    ]);

    public static readonly Shape Baseline = new("baseline", null, (document, at, parent) => new Baseline(document, at, parent),
    [
        Required("schemaVersion", NumberValue.One, (Baseline _, double _) => { }, "The version of this format."),
        Required("findings", ListOf<KnownFinding>(KnownFinding), (Baseline baseline, Members<KnownFinding> findings) => baseline.Findings = findings, "The findings that were there."),
    ]);
}
