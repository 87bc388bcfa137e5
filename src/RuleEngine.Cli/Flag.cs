using System.CommandLine;

namespace RuleEngine.Cli;

/// <summary>An option that is given or not. It takes no value, and so needs none of the conversions that a Boolean one makes ready.</summary>
internal sealed class Flag : Option<string?>
{
    public Flag(string name, params string[] aliases) : base(name, aliases) => Arity = ArgumentArity.Zero;

    public bool IsGiven(ParseResult parsed) => parsed.GetResult(this) is not null;
}
