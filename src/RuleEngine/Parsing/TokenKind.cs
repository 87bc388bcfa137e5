namespace RuleEngine.Parsing;

internal enum TokenKind : byte
{
    Object,
    EndObject,
    List,
    EndList,
    Name,
    Text,
    Number,
    True,
    False,
    Null,
}
