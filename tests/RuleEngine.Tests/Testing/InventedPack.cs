using System.Text;
using RuleEngine.Engine;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Scripting;

namespace RuleEngine.Tests.Testing;

/// <summary>A pack of scripts written in a test.</summary>
public sealed class InventedPack : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private RulePack? _pack;

    public InventedPack Add(string relative, string text)
    {
        _folder.Write(relative, text);
        return this;
    }

    public RulePack Pack => _pack ??= PackReader.Read(_folder.Path, "pack", ScriptCache.None);

    public string Folder => _folder.Path;

    public Outcome Check(string json) => new Checker(Pack, withExcerpts: false).Check(ProposalFile.Read("a.json", Encoding.UTF8.GetBytes(json)), "a.json");

    public PrincipleResult CheckOne(string json) => ((ProposalResult)Check(json)).Principles.Single();

    public void Dispose() => _folder.Dispose();

    /// <summary>A script whose one check is given as statements that yield findings; it declares IV101, IV150, IV170 and IV180.</summary>
    public static string Script(string statements, string extra = "Checks = [Look],") => $$"""
        return new Rule
        {
            Title = "Invented", Source = "Nowhere", Why = "To try the engine.",
            Findings = [Wrong, Open, Odd, Right],
            {{extra}}
            Examples = [],
        };
        FindingKind Wrong => Violation("IV101", "wrong");
        FindingKind Open => Gap("IV150", "open");
        FindingKind Odd => Concern("IV170", "odd");
        FindingKind Right => Support("IV180", "right");
        IEnumerable<Finding> Look(Arrangement arrangement)
        {
            {{statements}}
            yield break;
        }
        """;
}
