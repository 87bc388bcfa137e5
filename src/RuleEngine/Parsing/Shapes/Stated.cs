namespace RuleEngine.Parsing.Shapes;

/// <summary>Which properties an object states, well formed or not.</summary>
internal readonly struct Stated(string[] names, ulong stated)
{
    public bool Has(string property) => (stated & (1UL << Array.IndexOf(names, property))) != 0;
}
