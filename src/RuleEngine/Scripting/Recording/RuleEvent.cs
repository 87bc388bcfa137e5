using RuleEngine.Model.Rules;

namespace RuleEngine.Scripting.Recording;

/// <summary>One thing that happened while a rule ran: a fact was read, or a finding was reported.</summary>
/// <param name="Limb">The limb that was looked at; null for the only limb of a rule and outside limbs.</param>
/// <param name="Check">The script's function; <c>AppliesTo</c> for the question whether the rule applies.</param>
internal abstract record RuleEvent(string? Limb, string Check);

/// <summary>A finding was reported.</summary>
/// <param name="Limb">As above.</param>
/// <param name="Check">As above.</param>
/// <param name="Finding">The finding.</param>
internal sealed record ReportEvent(string? Limb, string Check, Finding Finding) : RuleEvent(Limb, Check);

/// <summary>A fact of the model that a script read.</summary>
/// <param name="Limb">As above.</param>
/// <param name="Check">As above.</param>
/// <param name="Owner">The object that was asked.</param>
/// <param name="Member">What it was asked for, as the script writes it: <c>Trigger</c>, <c>Is(offense)</c>.</param>
/// <param name="Type">The type of the answer, as declared.</param>
/// <param name="Value">The answer; null for what is absent.</param>
/// <param name="Line">The line of the script; 0 where it is not known.</param>
internal sealed record ReadFact(string? Limb, string Check, object Owner, string Member, Type Type, object? Value, int Line) : RuleEvent(Limb, Check)
{
    /// <summary>Which fact it is, however often and wherever it is read.</summary>
    public (object Owner, string Member) Identity => (Owner, Member);
}
