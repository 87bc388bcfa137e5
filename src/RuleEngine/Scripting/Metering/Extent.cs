using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using RuleEngine.Model;
using RuleEngine.Model.Rules;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// How long a thing is that a library call goes through or makes. A sequence that is yet to be made has no length: its members are charged when they are.
/// </summary>
internal static class Extent
{
    /// <summary>What an object takes beside what it holds, in bytes.</summary>
    public const int Header = 16;

    /// <summary>So many characters are compared, hashed or copied in one step.</summary>
    public const int CharactersPerStep = 16;

    /// <summary>How deep tuples may stand in one another.</summary>
    private const int DeepestTuple = 6;

    /// <summary>What an entry of a collection is reckoned to take, in bytes.</summary>
    private const int Entry = 32;

    /// <summary>What going through it once takes.</summary>
    public static long Steps(object? counted) => counted switch
    {
        null => 0,
        string text => text.Length / CharactersPerStep,
        Finding finding => finding.Related.Count,
        Provision provision => provision.Obligors.Count + provision.Beneficiaries.Count,
        Actor actor => actor.Names.Count,
        DecisionRule rule => rule.Votes?.Count ?? 0,
        Threat threat => threat.Addressing.Count + (threat.Exposure?.Count ?? 0),
        Party party => party.Conflicts?.Count ?? 0,
        Guidance guidance => guidance.Instruments.Count,
        IMembers members => members.Count,
        IUncounted => 0,
        StringBuilder builder => builder.Length / CharactersPerStep,
        ICollection<string> texts => texts.Count + Characters(texts),
        IReadOnlyCollection<object> collection => collection.Count,
        ICollection collection => collection.Count,
        ITuple tuple => OfAll(tuple, Steps),
        IEnumerator => 0,
        IEnumerable set when IsSet(set) => Count(set),
        _ => 0,
    };

    /// <summary>What holding it takes, without what its members hold.</summary>
    public static long Bytes(object? counted) => counted switch
    {
        null => 0,
        string text => Header + 8 + (2L * text.Length),
        IMembers members => Header + ((long)Entry * members.Count),
        IUncounted => Entry,
        StringBuilder builder => 2L * builder.Length,
        IReadOnlyCollection<object> collection => Header + ((long)Entry * collection.Count),
        ICollection collection => Header + ((long)Entry * collection.Count),
        ITuple tuple => OfAll(tuple, Bytes),
        IEnumerable set when IsSet(set) => Header + ((long)Entry * Count(set)),
        _ => Entry,
    };

    private static long Characters(ICollection<string> texts)
    {
        var characters = 0L;
        foreach (var text in texts)
            characters += text?.Length ?? 0;
        return characters / CharactersPerStep;
    }

    /// <summary>What all of a tuple's values come to. One that holds itself, as it were, over and over, ends the budget.</summary>
    private static long OfAll(ITuple tuple, Func<object?, long> extent, int depth = 0)
    {
        if (depth >= DeepestTuple)
            return long.MaxValue / 4;
        var sum = 0L;
        for (var index = 0; index < tuple.Length && sum < long.MaxValue / 8; index++)
            sum += tuple[index] is ITuple inner ? OfAll(inner, extent, depth + 1) : extent(tuple[index]);
        return sum;
    }

    /// <summary>Whether it is a hash set, whose length only its type knows where its members are values.</summary>
    private static bool IsSet(IEnumerable sequence) => sequence.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(HashSet<>);

    private static long Count(IEnumerable set)
    {
        var count = 0L;
        foreach (var _ in set)
            count++;
        return count;
    }
}
