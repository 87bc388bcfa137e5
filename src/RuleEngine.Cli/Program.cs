using RuleEngine.Cli;
using RuleEngine.Scripting;

// On a thread whose stack is deep enough for any rule. This one would only wait.
var run = new Lane<int>(() => CommandLine.Run(args, Terminal.Open()));
if (CheckRequest.OfPaths(args) is not null)
    Readiness.Prepare();
return run.Result();
