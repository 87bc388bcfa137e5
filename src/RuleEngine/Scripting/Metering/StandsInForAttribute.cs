namespace RuleEngine.Scripting.Metering;

/// <summary>
/// The class's members do what the type's members of the same name and parameters do, after reckoning what that costs. A member of the
/// type that is not static is stood in for by one whose first parameter is what it is called on, marked <c>this</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StandsInForAttribute(Type type) : Attribute
{
    public Type Type => type;
}
