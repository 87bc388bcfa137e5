using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>A body that the arrangement names or creates.</summary>
public sealed class Institution : Node
{
    internal Institution(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The id that provisions refer to: an id or alias of the registry, or the file's own.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>What is asked of it; null when not stated, which the format reads as a mention.</summary>
    public InstitutionRole? Role { get; internal set; }

    /// <summary>The name of a new body; null for an existing one.</summary>
    public string? Name { get; internal set; }

    /// <summary>The domain of a new body; null for an existing one.</summary>
    public Domain? Domain { get; internal set; }

    /// <summary>Whether the arrangement creates it.</summary>
    public bool IsNew { get; internal set; }

    /// <summary>The entry of the pack's registry that this id or alias stands for; null where the registry has none, and for a new body.</summary>
    public RegisteredInstitution? Registered => IsNew ? null : Arrangement.Registry?.Find(Id);

    /// <summary>Whether this is the United Nations, by whatever alias.</summary>
    public bool IsUnitedNations => !IsNew && (Registered?.Id ?? Id) == "un";

    /// <summary>
    /// Whether it counts as an existing body that an arrangement may build on. One that the arrangement creates does not, and the
    /// United Nations as legal basis or in a mention does not: the Charter as law is not an institution put to use.
    /// </summary>
    public bool CountsAsExisting => !IsNew && !(IsUnitedNations && (Role is null || Role == InstitutionRole.Mention || Role == InstitutionRole.LegalBasis));

    /// <summary>
    /// Whether the arrangement gives it a part: by its role, a mention being none, or by a provision that names it. The United Nations
    /// get one by a role only.
    /// </summary>
    public bool HasPart => CountsAsExisting
        && ((Role is not null && Role != InstitutionRole.Mention)
            || (!IsUnitedNations && Arrangement.Provisions.Any(provision => provision.Institution == this)));

    /// <summary>
    /// Whether it had been founded by the year of the arrangement, the same year included; null where the registry does not know it or
    /// the arrangement has no date.
    /// </summary>
    public bool? IsFounded => Registered is { } known && Arrangement.Year is { } year ? known.Founded <= year : null;

    /// <summary>Whether it is a standing military organ that the arrangement creates.</summary>
    public bool IsMilitaryOrgan => IsNew && Domain == Domain.Military;

    /// <summary>The places of the properties.</summary>
    public InstitutionPlaces At => new(this);

    /// <summary>The name, as far as it is known: the new body's, the registry's, or else the id.</summary>
    public override string ToString() => Name ?? Registered?.Name ?? Id;

    private Arrangement Arrangement => (Arrangement)Parent!;
}
