namespace RuleEngine.Scripting;

/// <summary>Scripts run where the stack is known to be deep enough for whatever their budget lets them do.</summary>
internal static class RuleStack
{
    /// <summary>Whether this thread has such a stack.</summary>
    [field: ThreadStatic]
    public static bool IsDeep { get; set; }

    /// <summary>Does the work here, where this thread's stack is deep; else on a thread of its own, for which the caller waits.</summary>
    public static T Run<T>(Func<T> work) => IsDeep ? work() : new Lane<T>(work).Result();
}
