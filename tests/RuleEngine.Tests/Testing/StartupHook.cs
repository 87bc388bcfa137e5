using System.Runtime;

/// <summary>
/// What the runtime calls in a child process before its program: at the end of it, the names of the assemblies that were loaded and the
/// number of methods that were compiled go to a file. The runtime asks for exactly this class.
/// </summary>
internal static class StartupHook
{
    public const string Variable = "RULEENGINE_TEST_LOADED";

    public static void Initialize()
    {
        var before = JitInfo.GetCompiledMethodCount();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            var compiled = JitInfo.GetCompiledMethodCount() - before;
            var names = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name);
            File.WriteAllText(Environment.GetEnvironmentVariable(Variable)!, $"{compiled}\n{string.Join('\n', names)}\n");
        };
    }
}
