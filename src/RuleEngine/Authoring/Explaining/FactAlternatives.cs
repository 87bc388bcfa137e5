using System.Collections;
using System.Reflection;
using RuleEngine.Model;
using RuleEngine.Model.Words;
using RuleEngine.Scripting.Recording;

namespace RuleEngine.Authoring.Explaining;

/// <summary>What else a fact could have been: the question whether it decides is asked of these.</summary>
internal static class FactAlternatives
{
    /// <summary>Of a long vocabulary, so many words are tried, from all over it.</summary>
    private const int MostWords = 12;

    public static IEnumerable<object?> Of(ReadFact fact)
    {
        var type = Nullable.GetUnderlyingType(fact.Type) ?? fact.Type;
        if (fact.Value is not null && MayBeNull(fact))
            yield return null;
        foreach (var value in Values(type, fact.Value).Where(value => !Equals(value, fact.Value)))
            yield return value;
    }

    private static IEnumerable<object?> Values(Type type, object? value) =>
        value is IEnumerable list and not string && !list.Cast<object?>().Any() ? [] :
        type == typeof(bool) ? [true, false]
        : type == typeof(int) ? [0, (value as int? ?? 0) + 1]
        : type == typeof(double) ? [0.0, (value as double? ?? 0) + 1]
        : type == typeof(string) ? ["\u2026"]
        : type.IsSubclassOf(typeof(Word)) ? Words(type)
        : type == typeof(PartyList) ? [new PartyList([])]
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Members<>) ? [type.GetField("None", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)]
        : [];

    private static IEnumerable<object?> Words(Type type)
    {
        var words = type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == type).Select(field => field.GetValue(null)).ToList();
        var step = Math.Max(1, words.Count / MostWords);
        return words.Where((_, index) => index % step == 0);
    }

    private static bool MayBeNull(ReadFact fact)
    {
        var name = fact.Member.Split('(')[0];
        var context = new NullabilityInfoContext();
        return fact.Owner.GetType().GetProperty(name) is { } property ? context.Create(property).ReadState == NullabilityState.Nullable
            : fact.Owner.GetType().GetMethod(name) is { } method && context.Create(method.ReturnParameter).ReadState == NullabilityState.Nullable;
    }
}
