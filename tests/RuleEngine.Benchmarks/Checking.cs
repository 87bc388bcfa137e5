using System.Text;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using RuleEngine.Engine;
using RuleEngine.Parsing;
using RuleEngine.Scripting;

namespace RuleEngine.Benchmarks;

/// <summary>Bytes to verdicts, beside a loop that does nothing but read the same tokens with Newtonsoft's reader.</summary>
[MemoryDiagnoser]
public class Checking
{
    /// <summary>Often enough on one thread that the thread's own making does not count.</summary>
    private const int Rounds = 200;

    private readonly Checker _checker = new(Corpus.Pack, withExcerpts: false);
    private readonly IReadOnlyList<ProposalFile> _files = [.. Corpus.Proposals.Select((bytes, index) => ProposalFile.Read($"{index}.json", bytes))];

    [Benchmark(Baseline = true)]
    public int Bare()
    {
        var tokens = 0;
        foreach (var bytes in Corpus.Proposals)
        {
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(bytes)))
            {
                DateParseHandling = DateParseHandling.None,
                ArrayPool = Characters.Pool,
            };
            while (reader.Read())
                tokens++;
        }

        return tokens;
    }

    [Benchmark]
    public int Parse() => Corpus.Proposals.Sum(bytes => ProposalFile.Read("a.json", bytes).Faults.Count);

    [Benchmark(OperationsPerInvoke = Rounds)]
    public int Evaluate() => InLane(() => _files.Sum(file => ((ProposalResult)_checker.Check(file, "a.json")).Principles.Count));

    [Benchmark(OperationsPerInvoke = Rounds)]
    public int Whole() => InLane(() => Corpus.Proposals.Sum(bytes => ((ProposalResult)_checker.Check(ProposalFile.Read("a.json", bytes), "a.json")).Principles.Count));

    private static int InLane(Func<int> work) => new Lane<int>(() => Enumerable.Range(0, Rounds).Sum(_ => work())).Result();
}
