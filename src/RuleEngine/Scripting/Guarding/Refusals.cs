using Microsoft.CodeAnalysis;
using RuleEngine.Model.Faults;
using Location = RuleEngine.Model.Places.Location;

namespace RuleEngine.Scripting.Guarding;

/// <summary>What is refused of one script, at most once a kind and line: the first that is said of it.</summary>
internal sealed class Refusals(ScriptSource source)
{
    private readonly SortedDictionary<(int Line, string Kind), Fault> _faults = [];

    public IEnumerable<Fault> Faults => _faults.Values;

    public bool HasLine(int line) => _faults.Keys.Any(key => key.Line == line);

    public void Add(FaultKind kind, SyntaxNode node, string message) => Add(kind, node.GetLocation(), message);

    public void Add(FaultKind kind, Microsoft.CodeAnalysis.Location location, string message)
    {
        var span = location.GetLineSpan().Span;
        Add(kind, new Location(span.Start.Line + 1, span.Start.Character + 1, span.End.Line + 1, span.End.Character + 1, null, null), message);
    }

    public void Add(FaultKind kind, Location location, string message) => _faults.TryAdd((location.Line, kind.Id), source.Fault(kind, message, location));
}
