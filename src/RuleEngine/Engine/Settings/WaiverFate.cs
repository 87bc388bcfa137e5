namespace RuleEngine.Engine.Settings;

/// <summary>What can become of a waiver; the later the stronger: of several parts of a run, the strongest holds for all.</summary>
public enum WaiverFate
{
    /// <summary>No file that it is about was checked.</summary>
    NotAsked,

    /// <summary>Nothing that was found is what it accepts.</summary>
    Unmatched,

    /// <summary>What stands there now, another waiver accepts.</summary>
    Replaced,

    /// <summary>What it accepts reads otherwise now.</summary>
    Changed,

    /// <summary>It stands for a finding.</summary>
    Matched,

    /// <summary>Its last day is over.</summary>
    Expired,
}
