namespace RuleEngine.Parsing;

/// <summary>What may come next in a JSON text.</summary>
internal enum Expected
{
    Value,
    ValueOrEnd,
    Name,
    NameOrEnd,
    CommaOrEnd,
    Nothing,
}
