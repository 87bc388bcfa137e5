using RuleEngine.Model.Places;

namespace RuleEngine.Authoring.Explaining;

/// <summary>A fact that a rule read, or a finding that it reported then.</summary>
/// <param name="Limb">The limb that was looked at; null for the only limb of a rule, and for concerns.</param>
/// <param name="Check">The script's function that read it.</param>
/// <param name="Line">The line of the script; null for a finding, and where it is not known.</param>
/// <param name="Member">What was asked, as the script writes it; the id of a finding.</param>
/// <param name="Value">The answer in words, <c>not stated</c> for an absent one; the message of a finding.</param>
/// <param name="Path">The file that the place is in: the proposal, or the pack's registry.</param>
/// <param name="Location">The property, stated or absent; of a question about an object, the object.</param>
/// <param name="Written">What stands there, in one line, for what decides; null for other facts, and for the whole.</param>
/// <param name="Decides">Whether the verdict's findings would be others were it another.</param>
/// <param name="IsFinding">Whether this is a finding.</param>
public sealed record ExplainedFact(
    string? Limb, string Check, int? Line, string Member, string Value, string Path, Location Location, string? Written, bool Decides, bool IsFinding);
