using Newtonsoft.Json.Linq;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Parsing.Shapes;

/// <summary>A number, perhaps with a least value, perhaps whole.</summary>
internal sealed class NumberValue : Value<double>
{
    public static readonly NumberValue Any = new(null, null);
    public static readonly NumberValue NotNegative = new(0, null);

    /// <summary>More than 0.</summary>
    public static readonly NumberValue Positive = new(0, null) { _isLeastExcluded = true };

    /// <summary>A year of the common era, up to 9999.</summary>
    public static readonly NumberValue Year = new(1, 9999);

    /// <summary>The number 1 and no other: the version of a format that has one.</summary>
    public static readonly NumberValue One = new(1, 1);

    private readonly double? _least;
    private readonly double? _most;
    private bool _isLeastExcluded;

    private NumberValue(double? least, double? mostIfWhole) => (_least, _most) = (least, mostIfWhole);

    public override bool Read(JsonCursor cursor, Node parent, out double value)
    {
        value = 0;
        if (!Expect(cursor, TokenKind.Number, "a number"))
            return false;
        value = cursor.Text.NumberOf(cursor.At);
        if (value >= (_least ?? value) && !(_isLeastExcluded && value == _least) && value <= (_most ?? value) && (_most is null || Math.Floor(value) == value))
            return true;
        cursor.Report(InputFaults.NumberTooSmall, _isLeastExcluded ? $"More than {_least} was expected." : _most is null ? $"The least value is {_least}." : _least == _most ? $"{_least} was expected." : $"A whole number from {_least} to {_most} was expected.");
        return false;
    }

    public override IEnumerable<string> Samples(KnownNames names, bool isPlain) => _least is null || _isLeastExcluded ? ["1"] : [FormattableString.Invariant($"{_least}"), FormattableString.Invariant($"{_least + 1}")];

    public override void AddChanges(int token, ChangeList changes) =>
        changes.ReplaceBy(token, Samples(changes.Names, isPlain: true).Append(FormattableString.Invariant($"{changes.NumberAt(token) + 1}")).Distinct());

    public override JObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JObject { ["type"] = _most is null ? "number" : "integer" };
        if (_least is { } least)
            schema[_isLeastExcluded ? "exclusiveMinimum" : "minimum"] = least;
        if (_most is { } most)
            schema["maximum"] = most;
        return schema;
    }
}
