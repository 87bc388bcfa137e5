namespace RuleEngine.Reporting;

/// <summary>The colours of a report on a screen, by what they mean.</summary>
internal enum Ink
{
    Plain,
    Title,
    Faint,
    Error,
    Warning,
    Info,
    Good,
}
