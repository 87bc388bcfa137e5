using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RuleEngine.Model.Faults;

namespace RuleEngine.Scripting.Guarding;

/// <summary>
/// State that would outlive a check. Static fields, and variables of the script that are written after loading, are refused. Where a
/// variable of the script holds what could change in ways that are not seen here, <see cref="NeedsFreshForm"/> is told instead: the
/// script is then loaded anew for each check.
/// </summary>
internal sealed class StateReview(SemanticModel model, Refusals refusals)
{
    private static readonly HashSet<string> Changing = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "Append", "AppendJoin", "Clear", "Dequeue", "Enqueue", "ExceptWith", "Insert", "InsertRange", "IntersectWith", "Pop", "Push", "Remove", "RemoveAll", "RemoveAt",
        "RemoveRange", "RemoveWhere", "Reverse", "Sort", "SymmetricExceptWith", "TryAdd", "TryDequeue", "TryPop", "UnionWith",
    };

    private static readonly HashSet<string> FixedTypes = new(StringComparer.Ordinal)
    {
        "System.DateOnly", "System.Collections.Immutable.ImmutableArray`1", "System.Collections.Immutable.ImmutableList`1", "System.Collections.Immutable.ImmutableSortedSet`1",
        "System.Collections.Immutable.ImmutableSortedDictionary`2", "RuleEngine.Model.Rules.Example", "RuleEngine.Model.Rules.FindingKind", "RuleEngine.Model.Rules.Role",
        "RuleEngine.Model.Rules.Severity", "RuleEngine.Model.Rules.Verdict",
    };

    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal) { "Contains", "ContainsKey", "TryGetValue", "IndexOf" };

    /// <summary>Whether a check could find what an earlier one left.</summary>
    public bool NeedsFreshForm { get; private set; }

    /// <param name="root">The script.</param>
    /// <param name="operations">All that it does.</param>
    public void Check(SyntaxNode root, IReadOnlyList<IOperation> operations)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax or PropertyDeclarationSyntax && model.GetDeclaredSymbol(node) is { IsStatic: true } member)
                CheckStatic(member, node);
        }

        foreach (var operation in operations)
        {
            if (operation is IFieldReferenceOperation { Field: { IsStatic: false } field } && IsOfScript(field))
                CheckUse(field.Type, field.AssociatedSymbol?.Name ?? field.Name, operation, operation.Syntax);
            else if (operation is IPropertyReferenceOperation { Property: { IsStatic: false } property } && IsOfScript(property) && IsStored(property))
                CheckUse(property.Type, property.Name, operation, operation.Syntax);
        }
    }

    private void CheckStatic(ISymbol member, SyntaxNode node)
    {
        if (member is IFieldSymbol { IsConst: false } || (member is IPropertySymbol property && IsStored(property)))
            refusals.Add(RuleFaults.LastingState, node, $"`{member.Name}` is static and would outlive the check: make it a constant, or a variable of the script that is set where it is declared.");
    }

    private void CheckUse(ITypeSymbol type, string name, IOperation use, SyntaxNode node)
    {
        var isChecking = node.Ancestors().Any(IsFunction);
        var target = Outermost(use);
        if (isChecking && (IsWritten(target) || Called(target) is { } called && Changing.Contains(called) && !IsFixed(type)))
            refusals.Add(RuleFaults.LastingState, node, $"`{name}` is changed after the script was loaded, and the next check would find it so: keep it in a variable of the check.");
        else if (!IsFixed(type) && !(HoldsFixed(type) && IsOnlyRead(use)))
            NeedsFreshForm = true;
    }

    /// <summary>What is written where a part of the variable is: the field of its structure, the entry of its array.</summary>
    private static IOperation Outermost(IOperation use) => use.Parent switch
    {
        IFieldReferenceOperation field when field.Instance == use => Outermost(field),
        IArrayElementReferenceOperation element when element.ArrayReference == use => Outermost(element),
        IPropertyReferenceOperation property when property.Instance == use && property.Arguments.Length > 0 => Outermost(property),
        IConversionOperation { IsImplicit: true } conversion => Outermost(conversion),
        _ => use,
    };

    private static bool IsWritten(IOperation target) => target.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == target,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } => true,
        ITupleOperation tuple => IsWritten(tuple) || (tuple.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == tuple),
        _ => false,
    };

    private static string? Called(IOperation use) => use.Parent is IInvocationOperation invocation && invocation.Instance == use ? invocation.TargetMethod.Name : null;

    /// <summary>Whether a collection is asked where it stands, and handed to nobody who could keep or change it.</summary>
    private static bool IsOnlyRead(IOperation use) => use.Parent switch
    {
        IConversionOperation { IsImplicit: true } conversion => IsOnlyRead(conversion),
        IForEachLoopOperation => true,
        IPropertyReferenceOperation property => property.Instance == use && !IsWritten(property),
        IArrayElementReferenceOperation element => element.ArrayReference == use && !IsWritten(element),
        IInvocationOperation invocation => invocation.Instance == use && Asking.Contains(invocation.TargetMethod.Name),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable" or "MemoryExtensions" or "String" } called } } =>
            called.ContainingNamespace.ToDisplayString() is "System" or "System.Linq" && called.Name is not ("AsEnumerable" or "Cast" or "OfType"),
        _ => false,
    };

    private static bool HoldsFixed(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsFixed(array.ElementType),
        INamedTypeSymbol { ContainingNamespace: { } space } named => space.ToDisplayString() == "System.Collections.Generic" && named.TypeKind != TypeKind.Interface && !named.Name.Contains("Enumerator", StringComparison.Ordinal) && named.TypeArguments.All(IsFixed),
        _ => false,
    };

    /// <summary>Whether nothing that such a variable holds can change: what a rule's script mostly keeps outside of its checks.</summary>
    private static bool IsFixed(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String or SpecialType.System_Decimal or (>= SpecialType.System_Boolean and <= SpecialType.System_Double) } => true,
        { TypeKind: TypeKind.Enum } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } or INamedTypeSymbol { IsTupleType: true } => ((INamedTypeSymbol)type).TypeArguments.All(IsFixed),
        INamedTypeSymbol named => (FixedTypes.Contains(MemberName.Of(named)) || MemberName.Of(named).StartsWith("RuleEngine.Model.Words.", StringComparison.Ordinal)) && named.TypeArguments.All(IsFixed),
        _ => false,
    };

    private static bool IsOfScript(ISymbol member) => member.ContainingType.IsScriptClass;

    private static bool IsStored(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax { ExpressionBody: not null } or QueryClauseSyntax or SelectOrGroupClauseSyntax;
}
