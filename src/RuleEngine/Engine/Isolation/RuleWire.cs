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
