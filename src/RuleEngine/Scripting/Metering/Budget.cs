using RuleEngine.Model;

namespace RuleEngine.Scripting.Metering;

/// <summary>
/// What a script may spend at one go. It grows with the number of values that a proposal has, however they are laid out, so that the
/// same arrangement has the same budget on any machine and in any file.
/// </summary>
/// <param name="Steps">Entries of methods, turns of loops, both more than one where they are long, and what library calls are reckoned to take.</param>
/// <param name="Bytes">What objects, arrays and strings are reckoned to take, given back or not.</param>
/// <param name="Whole">What a question costs that goes through the whole arrangement, in steps.</param>
public readonly record struct Budget(long Steps, long Bytes, int Whole)
{
    /// <summary>How deep a script's methods may call one another.</summary>
    public const int Depth = 400;

    private const long LeastSteps = 1_000_000;
    private const long MostSteps = 50_000_000;
    private const long StepsPerValue = 80;
    private const long LeastBytes = 32L * 1024 * 1024;
    private const long MostBytes = 512L * 1024 * 1024;
    private const long BytesPerValue = 512;

    /// <summary>For loading one script.</summary>
    public static Budget OfLoading => new(LeastSteps, LeastBytes, 1);

    /// <summary>For one rule on one arrangement.</summary>
    public static Budget Of(Arrangement arrangement)
    {
        var values = arrangement.Document.Size;
        return new Budget(
            Math.Min(LeastSteps + (values * StepsPerValue), MostSteps),
            Math.Min(LeastBytes + (values * BytesPerValue), MostBytes),
            1 + arrangement.ProvisionsRead + arrangement.Parties.Count + arrangement.Institutions.Count);
    }
}
