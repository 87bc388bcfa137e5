namespace RuleEngine.Engine.Isolation;

/// <summary>What the process that runs the rules has to say.</summary>
internal static class Frame
{
    /// <summary>A script is about to be loaded: its number.</summary>
    public const byte Loads = (byte)'L';

    /// <summary>A script was loaded: its number, its form or what is wrong with it.</summary>
    public const byte Loaded = (byte)'R';

    /// <summary>A rule is about to check: its number.</summary>
    public const byte Checks = (byte)'S';

    /// <summary>A proposal was checked: what became of it.</summary>
    public const byte Checked = (byte)'O';
}
