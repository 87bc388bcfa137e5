using System.Text;
using Newtonsoft.Json.Linq;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting;

namespace RuleEngine.Benchmarks;

/// <summary>
/// Proposals of about 7 KB: the real arrangements that the rule pack ships as examples, their articles repeated under other numbers
/// until each is as long.
/// </summary>
public static class Corpus
{
    private const int Bytes = 7000;

    public static IReadOnlyList<byte[]> Proposals { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "rules", "examples"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => JObject.Parse(File.ReadAllText(file))).Where(proposal => proposal["articles"] is JArray).Select(Lengthened),
    ];

    public static RulePack Pack => field ??= AllSets.LimitedTo(Nine);

    public static RulePack AllSets { get; } = PackReader.Read(Path.Combine(Root, "rules"), "rules", ScriptCache.None);

    /// <summary>The same rules without what counts their steps.</summary>
    public static RulePack UnmeteredPack { get; } = PackReader.Read([new PackSource(Path.Combine(Root, "rules"), "rules")], new ScriptLoader(ScriptCache.None, isMetered: false)).LimitedTo(Nine);

    /// <summary>The sets that figures are about, be there more of them or not.</summary>
    private static string[] Nine => ["five-always", "eurasian-framework"];

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "RuleEngine.sln")))
                folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("RuleEngine.sln stands in no folder above.");
            return folder;
        }
    }

    private static byte[] Lengthened(JObject proposal)
    {
        var articles = (JArray)proposal["articles"]!;
        var originals = articles.ToList();
        for (var round = 2; Written(proposal).Length < Bytes; round++)
        {
            foreach (var original in originals.TakeWhile(_ => Written(proposal).Length < Bytes))
            {
                var copy = (JObject)original.DeepClone();
                copy["number"] = $"{copy["number"]} ({round})";
                articles.Add(copy);
            }
        }

        return Written(proposal);
    }

    private static byte[] Written(JObject proposal) => Encoding.UTF8.GetBytes(proposal.ToString());
}
