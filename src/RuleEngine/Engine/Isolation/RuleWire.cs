using RuleEngine.Model.Rules;
using RuleEngine.Scripting;

namespace RuleEngine.Engine.Isolation;

/// <summary>How scripts go to the process that runs them, and how their forms come back. Both ends are the same program.</summary>
internal static class RuleWire
{
    public static void Write(this BinaryWriter wire, ScriptSource script)
    {
        wire.Write(script.Path);
        wire.Write(script.RelativePath);
        wire.Write(script.Text);
    }

    public static ScriptSource ReadScript(this BinaryReader wire) => ScriptSource.Of(wire.ReadString(), wire.ReadString(), wire.ReadString());

    /// <summary>A form without its functions, which stay where they run.</summary>
    public static void Write(this BinaryWriter wire, Rule rule)
    {
        wire.Write(rule.Title);
        wire.Write(rule.Source);
        wire.Write(rule.Why);
        wire.WriteAll(rule.Findings, kind =>
        {
            wire.Write(kind.Id);
            wire.Write(kind.Role.Text);
            wire.Write(kind.Title);
        });
        wire.WriteAll(rule.Examples, example =>
        {
            wire.Write(example.Verdict.Text);
            wire.Write(example.Title);
            wire.Write(example.Json);
        });
    }

    /// <exception cref="InvalidDataException">It says what no form says.</exception>
    public static Rule ReadRule(this BinaryReader wire) => new()
    {
        Title = wire.ReadString(),
        Source = wire.ReadString(),
        Why = wire.ReadString(),
        Findings = wire.ReadAll(() => new FindingKind(wire.ReadString(), Role.All.Find(wire.ReadString()) ?? throw new InvalidDataException(), wire.ReadString())),
        Examples = wire.ReadAll(() => new Example(Verdict.All.Find(wire.ReadString()) ?? throw new InvalidDataException(), wire.ReadString(), wire.ReadString())),
    };

    /// <param name="wire">Where it goes.</param>
    /// <param name="principle">A principle, without its rule.</param>
    /// <param name="number">The number of its script; null where there is no rule.</param>
    public static void Write(this BinaryWriter wire, Principle principle, int? number)
    {
        wire.Write(principle.Id);
        wire.Write(principle.Set);
        wire.Write(principle.Name);
        wire.Write(principle.Path);
        wire.WriteOptional(principle.Fault, wire.Write);
        wire.Write(number ?? -1);
    }

    /// <param name="wire">Where it comes from.</param>
    /// <param name="loaded">What came of each script here, by number: the principle has its rule, or its fault.</param>
    public static Principle ReadPrinciple(this BinaryReader wire, IReadOnlyList<Principle> loaded)
    {
        var principle = new Principle(wire.ReadString(), wire.ReadString(), wire.ReadString(), wire.ReadString(), null, wire.ReadOptional(wire.ReadFault));
        var number = wire.ReadInt32();
        return number < 0 ? principle : principle with { Rule = loaded[number].Rule, Fault = loaded[number].Fault };
    }

    public static void WriteAll<T>(this BinaryWriter wire, IReadOnlyList<T> all, Action<T> write)
    {
        wire.Write7BitEncodedInt(all.Count);
        foreach (var each in all)
            write(each);
    }

    /// <exception cref="InvalidDataException">The list is said to be longer than anything that is sent.</exception>
    public static List<T> ReadAll<T>(this BinaryReader wire, Func<T> read)
    {
        var count = wire.Read7BitEncodedInt();
        if (count is < 0 or > 10_000_000)
            throw new InvalidDataException();
        var all = new List<T>(Math.Min(count, 1000));
        for (var index = 0; index < count; index++)
            all.Add(read());
        return all;
    }
}
