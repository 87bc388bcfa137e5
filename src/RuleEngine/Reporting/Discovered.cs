namespace RuleEngine.Reporting;

/// <summary>The kinds of something that this library has: each is one class, which is found and never listed.</summary>
internal static class Discovered
{
    /// <summary>One of each class that derives from this one.</summary>
    public static IEnumerable<T> Of<T>() where T : class => typeof(T).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
        .Select(type => (T)Activator.CreateInstance(type)!);
}
