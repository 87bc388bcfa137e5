using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using RuleEngine.Benchmarks;

if (args is ["metering"])
{
    Console.WriteLine(Metering.Ratio());
    return;
}

if (args is ["generate", var count, ..])
{
    using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
    GeneratedCorpus.Write(output, int.Parse(count, CultureInfo.InvariantCulture), args is [_, _, var seed] ? int.Parse(seed, CultureInfo.InvariantCulture) : 1);
    return;
}

if (args is ["batch", var corpus])
{
    await Batching.Run(corpus, Console.Out);
    return;
}

// In this process: a project that the benchmarks' library makes would be built by this repository's rules.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(8).WithIterationCount(15);
var config = DefaultConfig.Instance.AddJob(job).WithArtifactsPath(Path.Combine(Path.GetTempPath(), "ruleengine-benchmarks"));
BenchmarkSwitcher.FromAssembly(typeof(Checking).Assembly).Run(args, config);
