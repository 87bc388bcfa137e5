namespace RuleEngine.Model;

/// <summary>Parties in the order of the file. It prints as their names: <c>Aland, Borduria and Syldavia</c>.</summary>
public sealed class PartyList : Members<Party>
{
    private string? _text;

    internal PartyList(Party[] parties) : base(parties)
    {
    }

    internal PartyList(Members<Party> parties) : base([.. parties])
    {
    }

    /// <summary>The party of this id; null where there is none.</summary>
    public Party? Find(string id) => FirstOrDefault(party => party.Id == id);

    /// <summary>Whether a party has this id or name.</summary>
    public bool Names(string name) => Any(party => party.Id == name || party.Name == name);

    /// <summary>Whether the party is one of these.</summary>
    public bool Contains(Party party)
    {
        foreach (var each in this)
        {
            if (each == party)
                return true;
        }

        return false;
    }

    /// <summary>The parties that are so, in order.</summary>
    public PartyList Only(Func<Party, bool> isSo) => new([.. Where(isSo)]);

    /// <summary>The names, as a sentence lists them.</summary>
    public override string ToString() => _text ??= Count == 0 ? "nobody" : Listed();

    private string Listed()
    {
        if (Count == 1)
            return this[0].Name;
        var names = new string[Count - 1];
        for (var index = 0; index < names.Length; index++)
            names[index] = this[index].Name;
        return string.Concat(string.Join(", ", names), " and ", this[Count - 1].Name);
    }
}
