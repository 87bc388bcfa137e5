using RuleEngine.Model.Rules;

namespace RuleEngine.Engine.Batch;

/// <summary>How many proposals a principle came to what for.</summary>
/// <param name="id">The principle.</param>
/// <param name="set">Its set.</param>
/// <param name="title">Its title.</param>
public sealed class PrincipleTally(string id, string set, string title)
{
    private readonly int[] _counts = new int[Verdict.All.Count];

    /// <summary>The principle.</summary>
    public string Id => id;

    /// <summary>Its set.</summary>
    public string Set => set;

    /// <summary>Its title.</summary>
    public string Title => title;

    /// <summary>How many proposals got the verdict.</summary>
    public int Of(Verdict verdict) => _counts[IndexOf(verdict)];

    internal void Add(Verdict verdict, int count) => _counts[IndexOf(verdict)] += count;

    private static int IndexOf(Verdict verdict)
    {
        for (var index = 0; ; index++)
        {
            if (Verdict.All[index] == verdict)
                return index;
        }
    }
}
