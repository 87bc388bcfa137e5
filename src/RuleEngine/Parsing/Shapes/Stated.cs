namespace RuleEngine.Parsing.Shapes;

/// <summary>Whether an object states a property, well formed or not.</summary>
internal delegate bool Stated(string property);
