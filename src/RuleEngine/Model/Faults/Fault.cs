using System.Globalization;
using RuleEngine.Model.Places;

namespace RuleEngine.Model.Faults;

/// <summary>Something that stopped part of the work: a bad input, a bad rule, a bad configuration.</summary>
/// <param name="Kind">Which kind of fault.</param>
/// <param name="Path">The file, as it was given.</param>
/// <param name="Message">What is wrong and what to do, in one or two lines.</param>
/// <param name="Location">Where in the file; null where the fault is of the file as a whole.</param>
public sealed record Fault(FaultKind Kind, string Path, string Message, Location? Location = null)
{
    /// <summary>The file and, where it is known, line and column: <c>path:line:column</c>.</summary>
    public string Position => Location is null ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}:{Location.Line}:{Location.Column}");

    /// <summary>The lines at the place; null where they are not to be had.</summary>
    public Excerpt? Excerpt { get; init; }
}
