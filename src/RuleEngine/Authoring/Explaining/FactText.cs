using System.Collections;
using System.Globalization;
using RuleEngine.Model;
using RuleEngine.Model.Words;

namespace RuleEngine.Authoring.Explaining;

/// <summary>The value of a fact in a few words.</summary>
internal static class FactText
{
    private const int MostNamed = 5;

    public static string Of(object? value) => value switch
    {
        null => "not stated",
        true => "yes",
        false => "no",
        Word word => word.Text,
        string text => $"\"{Spelling.Cut(text)}\"",
        PartyList parties => parties.Count <= MostNamed ? parties.ToString() : string.Create(CultureInfo.InvariantCulture, $"{parties.Count} parties"),
        Alignment alignment => alignment.Kind.Text,
        Provision provision => provision.Label,
        Party party => party.Name,
        Actor or Institution => value.ToString()!,
        Node node => node.Place.ToString() is { Length: > 0 } address ? address : "the arrangement",
        IEnumerable list => Listed([.. list.Cast<object?>()]),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Listed(List<object?> members) =>
        members.Count == 0 ? "none"
        : members.Count <= MostNamed && members.TrueForAll(member => member is Word or string) ? string.Join(", ", members.Select(Of))
        : string.Create(CultureInfo.InvariantCulture, $"{members.Count}");
}
