using System.Reflection;
using RuleEngine.Model.Rules;

namespace RuleEngine.Scripting;

/// <summary>A compiled script: an assembly that needs no compiler to run, and holds the lines of its source.</summary>
internal static class CompiledScript
{
    public const string ClassName = "RuleScript";

    /// <summary>What the factory is called of a script that must be run anew for each check.</summary>
    public const string FreshFactory = "<FreshFactory>";

    /// <summary>Runs the script. What it throws comes out unwrapped.</summary>
    /// <returns>The form; null where the script returns none.</returns>
    public static Rule? Run(Assembly assembly)
    {
        var factory = assembly.EntryPoint!.CreateDelegate<Func<object?[], Rule?>>();
        return factory(new object?[2]);
    }

    /// <summary>
    /// Whether a check could find what an earlier one left: the compiler's review could not rule it out, or a check is a function with
    /// variables of its own.
    /// </summary>
    public static bool NeedsFreshForm(Assembly assembly, Rule rule)
    {
        if (assembly.EntryPoint!.Name == FreshFactory || HasVariables(rule.AppliesTo))
            return true;
        foreach (var limb in rule.Limbs)
        {
            if (HaveVariables(limb.Checks))
                return true;
        }

        return HaveVariables(rule.Checks) || HaveVariables(rule.Concerns);
    }

    private static bool HaveVariables(IReadOnlyList<Delegate> functions)
    {
        foreach (var function in functions)
        {
            if (HasVariables(function))
                return true;
        }

        return false;
    }

    /// <summary>Methods belong to the script, lambdas without variables to one class of the compiler's.</summary>
    private static bool HasVariables(Delegate? function) =>
        function?.Target?.GetType() is { } type && type.Name != "<>c" && (type.Name != ClassName || type.DeclaringType is not null);
}
