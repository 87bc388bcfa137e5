namespace RuleEngine.Engine.Isolation;

/// <summary>What the process that runs the rules is asked for, once its scripts are loaded.</summary>
internal static class Message
{
    /// <summary>To check a proposal.</summary>
    public const byte Check = (byte)'C';

    /// <summary>To check a proposal rule by rule, saying beforehand which.</summary>
    public const byte CheckCarefully = (byte)'D';

    /// <summary>To be ready for pieces of a batch: how they are to be checked, the principles, and the file in which pieces are.</summary>
    public const byte Prepare = (byte)'B';

    /// <summary>To check a piece of a batch: its slot, and its records.</summary>
    public const byte CheckPiece = (byte)'P';
}
