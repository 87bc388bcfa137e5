using System.Collections;

namespace RuleEngine.Model;

/// <summary>Parties in the order of the file. It prints as their names: <c>Aland, Borduria and Syldavia</c>.</summary>
public sealed class PartyList : IReadOnlyList<Party>
{
    private readonly Party[] _parties;

    internal PartyList(Party[] parties) => _parties = parties;

    /// <inheritdoc/>
    public int Count => _parties.Length;

    /// <inheritdoc/>
    public Party this[int index] => _parties[index];

    /// <summary>The party with this id; null where there is none.</summary>
    public Party? Find(string id) => Array.Find(_parties, party => party.Id == id);

    /// <summary>Whether a party's id or name is exactly this.</summary>
    public bool Names(string name) => Array.Exists(_parties, party => party.Id == name || party.Name == name);

    /// <inheritdoc/>
    public IEnumerator<Party> GetEnumerator() => ((IEnumerable<Party>)_parties).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names, the last two joined by <c>and</c>.</summary>
    public override string ToString() => _parties switch
    {
        [] => "nobody",
        [var only] => only.Name,
        [.. var first, var last] => string.Join(", ", first.Select(party => party.Name)) + " and " + last.Name,
    };
}
