using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting;

namespace RuleEngine.Tests.Engine;

/// <summary>
/// Rules that no guard stops, as they are where one was got around: each does what its script's text says, on loading or on a proposal
/// whose title says the same.
/// </summary>
internal sealed class MisbehavingRules : IScriptLoader
{
    public void Begin(IReadOnlyList<ScriptSource> scripts, IReadOnlyList<PackFiles.PackFile> registries)
    {
    }

    public void End()
    {
    }

    public Rule? Load(ScriptSource script, List<Fault> faults)
    {
        if (script.Text.StartsWith("loading ", StringComparison.Ordinal))
            Do(script.Text["loading ".Length..]);
        var kind = RuleForm.Support(script.Id + "80", "said");
        return new Rule
        {
            Title = "Invented", Source = "Nowhere", Why = "To try isolation.", Findings = [kind], Examples = [],
            Checks =
            [
                arrangement =>
                {
                    if (script.Text == arrangement.Title)
                        Do(script.Text);
                    return [arrangement.Parties[0].Report(kind, "said").With(arrangement.At.Purpose, "not stated")];
                },
            ],
        };
    }

    private static void Do(string what)
    {
        switch (what)
        {
            case "exit":
                System.Environment.Exit(7);
                break;
            case "look around":
                System.Environment.Exit(System.Environment.GetEnvironmentVariable("RULEENGINE_TEST_SECRET") is null ? 5 : 6);
                break;
            case "slow":
                Thread.Sleep(300);
                break;
            case "leak":
                var left = System.Runtime.InteropServices.Marshal.AllocHGlobal(2 << 20);
                System.Runtime.CompilerServices.Unsafe.InitBlock(ref System.Runtime.CompilerServices.Unsafe.AddByteOffset(ref System.Runtime.CompilerServices.Unsafe.NullRef<byte>(), left), 1, 2 << 20);
                Thread.Sleep(4);
                break;
            case "eat":
                var eaten = new byte[150 << 20];
                Thread.Sleep(100);
                GC.KeepAlive(eaten);
                break;
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "overflow":
                Overflow(0);
                break;
            case "noise":
                Console.Out.Write("this is no frame, whatever it is, and goes on for a while");
                Console.Out.Flush();
                break;
            case "memory":
                var all = new List<IntPtr>();
                while (true)
                {
                    all.Add(System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 20));
                    System.Runtime.CompilerServices.Unsafe.InitBlock(ref System.Runtime.CompilerServices.Unsafe.AddByteOffset(ref System.Runtime.CompilerServices.Unsafe.NullRef<byte>(), all[^1]), 1, 1 << 20);
                }
        }
    }

    private static int Overflow(int depth) => depth + Overflow(depth + 1);
}
