using System.Globalization;
using RuleEngine.Model;
using RuleEngine.Model.Words;

namespace RuleEngine.Engine;

/// <summary>What kind of alignment a proposal is, as reports say it.</summary>
public sealed class ReportedAlignment
{
    /// <summary>So many of the clauses are named for people; programs get them all.</summary>
    public const int MostClauses = 3;

    private IReadOnlyList<string>? _clauses;

    /// <summary>Names the clauses when they are first asked for; null where they are given.</summary>
    private readonly Arrangement? _arrangement;

    /// <param name="kind">The kind.</param>
    /// <param name="because">The clauses that make it so, as JSON Pointers; empty where it is unstated.</param>
    /// <param name="clauses">What people call the first of them; null where that is not known.</param>
    public ReportedAlignment(AlignmentKind kind, IReadOnlyList<string> because, IReadOnlyList<string>? clauses) => (Kind, Because, _clauses) = (kind, because, clauses);

    internal ReportedAlignment(Arrangement arrangement) => (Kind, _arrangement) = (arrangement.Alignment.Kind, arrangement);

    /// <summary>The kind.</summary>
    public AlignmentKind Kind { get; }

    /// <summary>The clauses that make it so, as JSON Pointers; empty where it is unstated.</summary>
    public IReadOnlyList<string> Because => field ??= Pointers(_arrangement!);

    /// <summary>What people call the first of them, as <c>Article 5 (defense)</c>: no more than are named for people; null where that is not known.</summary>
    public IReadOnlyList<string>? Clauses => _clauses ??= _arrangement?.Alignment.Because.Take(MostClauses).Select(provision => provision.Label).ToArray();

    /// <summary>Both go through the clauses in the order of the file.</summary>
    private static IReadOnlyList<string> Pointers(Arrangement arrangement)
    {
        var because = arrangement.Alignment.Because;
        var pointers = new string[because.Count];
        var count = 0;
        for (var article = 0; article < arrangement.Articles.Count; article++)
        {
            var provisions = arrangement.Articles[article].Provisions;
            for (var provision = 0; provision < provisions.Count && count < pointers.Length; provision++)
            {
                if (provisions[provision] == because[count])
                    pointers[count++] = "/articles/" + article.ToString(CultureInfo.InvariantCulture) + "/provisions/" + provision.ToString(CultureInfo.InvariantCulture);
            }
        }

        return Array.AsReadOnly(pointers);
    }
}
