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

    /// <summary>Pieces of a batch can be sent: whether the file can be used.</summary>
    public const byte Prepared = (byte)'B';

    /// <summary>A piece of a batch was checked: its slot, what it came to, and its lines.</summary>
    public const byte CheckedPiece = (byte)'P';

    /// <summary>A record was checked of a piece that takes long.</summary>
    public const byte GoesOn = (byte)'G';
}
