using System.Text;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Scripting;

namespace RuleEngine.Tests.Testing;

/// <summary>The shipped rule pack, read once.</summary>
public static class Shipped
{
    private static readonly Lazy<RulePack> LazyPack = new(() => PackReader.Read(Repository.PathOf("rules"), "rules", ScriptCache.None));

    public static RulePack Pack => LazyPack.Value;

    public static Checker Checker => field ??= new Checker(Pack, withExcerpts: true);

    public static IEnumerable<Principle> Principles => Pack.Principles;

    /// <summary>The report on the real arrangements of the repository.</summary>
    public static Report Examples => field ??= new Report(Tool.With(Pack), [.. Directory.EnumerateFiles(Repository.PathOf("rules/examples"), "*.json").Order(StringComparer.Ordinal)
        .Select(file => Checker.Check(ProposalFile.Read(file, File.ReadAllBytes(file)), "rules/examples/" + Path.GetFileName(file)))], [], []);

    /// <summary>The verdicts of a proposal that has no fault.</summary>
    public static ProposalResult Check(string json) =>
        Checker.Check(ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(json)), "a.json") as ProposalResult
        ?? throw new ArgumentException("The proposal has faults: " + string.Join(" ", ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(json)).Faults.Select(fault => fault.Message)));
}
