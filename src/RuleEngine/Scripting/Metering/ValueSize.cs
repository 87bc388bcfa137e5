using Mono.Cecil;

namespace RuleEngine.Scripting.Metering;

/// <summary>How many bytes a variable of a type is reckoned to take. Above <see cref="Most"/> it is no longer counted on.</summary>
internal sealed class ValueSize
{
    /// <summary>The largest value that a script may have.</summary>
    public const int Most = 128;

    private const int Word = 8;

    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    public int Of(TypeReference type)
    {
        if (!type.IsValueType || type.IsPrimitive)
            return Word;
        if (_known.TryGetValue(type.FullName, out var size))
            return size;
        _known[type.FullName] = Word;
        size = type.GetElementType() is TypeDefinition own ? OfFields(own, type as GenericInstanceType)
            : type is GenericInstanceType instance ? Sum(instance.GenericArguments.Select(Of).Prepend(Word))
            : 2 * Word;
        return _known[type.FullName] = size;
    }

    /// <summary>What an object of the class takes, beside its header; or a value of the structure.</summary>
    public int OfFields(TypeDefinition type, GenericInstanceType? instance = null) => type.IsEnum ? Word
        : Sum(type.Fields.Where(field => !field.IsStatic).Select(field => Of(instance is null ? field.FieldType : CallTypes.Within(field.FieldType, instance))));

    private static int Sum(IEnumerable<int> sizes) => sizes.Aggregate(0, (sum, size) => Math.Min(sum + size, Most + 1));
}
