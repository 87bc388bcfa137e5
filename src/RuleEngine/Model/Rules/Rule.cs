namespace RuleEngine.Model.Rules;

/// <summary>
/// The form that a rule script fills in and returns. The script's file name adds the id and the name, its folder the set.
/// </summary>
public sealed class Rule
{
    /// <summary>The principle, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>Where the principle comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Why it matters and how it is decided; Markdown.</summary>
    public required string Why { get; init; }

    /// <summary>When the rule applies; null for always.</summary>
    public Applicability? AppliesTo { get; init; }

    /// <summary>Everything that the rule can say. Reporting anything else is an error.</summary>
    public required IReadOnlyList<FindingKind> Findings { get; init => field = Members<FindingKind>.Copy(value); }

    /// <summary>The checks of a rule that has one limb. Give these or <see cref="Limbs"/>, not both.</summary>
    public IReadOnlyList<Check> Checks { get; init => field = Members<Check>.Copy(value); } = Members<Check>.None;

    /// <summary>The limbs of a rule that has several.</summary>
    public IReadOnlyList<Limb> Limbs { get; init => field = Members<Limb>.Copy(value); } = Members<Limb>.None;

    /// <summary>What is worth a review once the limbs have been judged.</summary>
    public IReadOnlyList<Review> Concerns { get; init => field = Members<Review>.Copy(value); } = Members<Review>.None;

    /// <summary>The rule's tests and documentation: at least one upheld, one violated and one undetermined.</summary>
    public required IReadOnlyList<Example> Examples { get; init => field = Members<Example>.Copy(value); }

    /// <summary>The limbs, of which a rule that gives checks has one without a name.</summary>
    internal IReadOnlyList<Limb> AllLimbs => field ??= Limbs.Count > 0 ? Limbs : new Members<Limb>([new Limb(null, Checks)]);

    /// <summary>Makes the form anew, where a check could leave something in this one that the next would find; null where none can.</summary>
    internal Func<Rule>? LoadAgain { get; set; }

    /// <summary>The form for one check.</summary>
    internal Rule ForOneCheck => LoadAgain?.Invoke() ?? this;

    /// <summary>Whether the rule has said that it can report this.</summary>
    internal bool Declares(FindingKind kind)
    {
        var declared = (Members<FindingKind>)Findings;
        foreach (var each in declared)
        {
            if (ReferenceEquals(each.Id, kind.Id) && each.Role == kind.Role && ReferenceEquals(each.Title, kind.Title))
                return true;
        }

        foreach (var each in declared)
        {
            if (each == kind)
                return true;
        }

        return false;
    }
}
