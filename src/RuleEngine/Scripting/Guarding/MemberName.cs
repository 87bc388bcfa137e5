using System.Text;
using Microsoft.CodeAnalysis;
using Mono.Cecil;

namespace RuleEngine.Scripting.Guarding;

/// <summary>
/// How the allow-list calls a member: <c>System.String.Join(String, IEnumerable&lt;String&gt;)</c>. The type in full, parameters by their
/// short names, <c>T0</c> and <c>M0</c> for the type's and the method's own parameters. The compiler's symbols and the compiled script's
/// references come to the same name. Properties and fields are called by what reads (<c>get_</c>) or writes (<c>set_</c>) them.
/// </summary>
internal static class MemberName
{
    public static string Of(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return Of(method.ContainingType) + "." + method.MetadataName + Parameters(method.Parameters.Select(Short));
    }

    public static string OfGetter(IPropertySymbol property) =>
        Of(property.ContainingType) + ".get_" + property.MetadataName + Parameters(property.OriginalDefinition.Parameters.Select(Short));

    public static string OfSetter(IPropertySymbol property) =>
        Of(property.ContainingType) + ".set_" + property.MetadataName
        + Parameters([.. property.OriginalDefinition.Parameters.Select(Short), Short(property.OriginalDefinition.Type)]);

    public static string Of(IFieldSymbol field, bool isWritten) => Of(field.ContainingType) + (isWritten ? ".set_" : ".get_") + field.MetadataName + "()";

    /// <summary>The type in full, as metadata calls it; a nested type after a slash.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (type.ContainingType is { } outer)
            return Of(outer) + "/" + type.MetadataName;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName : type.MetadataName;
    }

    public static string Of(MethodReference method)
    {
        method = method.GetElementMethod();
        return Of(method.DeclaringType) + "." + method.Name + Parameters(method.Parameters.Select(parameter => Short(parameter.ParameterType)));
    }

    public static string Of(FieldReference field, bool isWritten) => Of(field.DeclaringType) + (isWritten ? ".set_" : ".get_") + field.Name + "()";

    public static string Of(TypeReference type)
    {
        type = type.GetElementType();
        return type.DeclaringType is { } outer ? Of(outer) + "/" + type.Name : type.Namespace == "" ? type.Name : type.Namespace + "." + type.Name;
    }

    private static string Parameters(IEnumerable<string> types) => "(" + string.Join(", ", types) + ")";

    private static string Short(IParameterSymbol parameter) => Short(parameter.Type) + (parameter.RefKind == RefKind.None ? "" : "&");

    private static string Short(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Short(array.ElementType) + Rank(array.Rank),
        IPointerTypeSymbol pointer => Short(pointer.PointedAtType) + "*",
        ITypeParameterSymbol parameter => (parameter.TypeParameterKind == TypeParameterKind.Method ? "M" : "T") + parameter.Ordinal,
        IDynamicTypeSymbol => "Object",
        INamedTypeSymbol named => Generic(named.MetadataName, Arguments(named).Select(Short)),
        _ => type.MetadataName,
    };

    private static string Short(TypeReference type) => type switch
    {
        ArrayType array => Short(array.ElementType) + Rank(array.Rank),
        ByReferenceType reference => Short(reference.ElementType) + "&",
        PointerType pointer => Short(pointer.ElementType) + "*",
        IModifierType modified => Short(modified.ElementType),
        GenericParameter parameter => (parameter.Type == GenericParameterType.Method ? "M" : "T") + parameter.Position,
        GenericInstanceType instance => Generic(instance.ElementType.Name, instance.GenericArguments.Select(Short)),
        _ => type.Name,
    };

    /// <summary>The arguments of the type and of those around it, as metadata has them.</summary>
    private static IEnumerable<ITypeSymbol> Arguments(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Arguments(outer).Concat(type.TypeArguments) : type.TypeArguments;

    private static string Rank(int rank) => "[" + new string(',', rank - 1) + "]";

    private static string Generic(string name, IEnumerable<string> arguments)
    {
        var list = string.Join(", ", arguments);
        var text = new StringBuilder(name);
        if (name.IndexOf('`') is > 0 and var mark)
            text.Length = mark;
        return (list == "" ? text : text.Append('<').Append(list).Append('>')).ToString();
    }
}
