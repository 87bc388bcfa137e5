using RuleEngine.Engine;
using RuleEngine.Parsing;
using RuleEngine.Scripting;

namespace RuleEngine.Benchmarks;

/// <summary>Bytes to verdicts with rules that count their steps, beside the same rules that do not.</summary>
public static class Metering
{
    /// <summary>Often enough that what one round leaves to collect does not fall on the other's.</summary>
    private const int Rounds = 10;

    private static readonly Checker Metered = new(Corpus.Pack, withExcerpts: false);
    private static readonly Checker Unmetered = new(Corpus.UnmeteredPack, withExcerpts: false);

    public static string Ratio() => new Lane<string>(() => Pairs.Compare("metered", () => Check(Metered), "unmetered", () => Check(Unmetered), 200)).Result();

    private static void Check(Checker checker)
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var bytes in Corpus.Proposals)
                checker.Check(ProposalFile.Read("a.json", bytes), "a.json");
        }
    }
}
