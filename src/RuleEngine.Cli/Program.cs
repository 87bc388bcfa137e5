using RuleEngine.Cli;
using RuleEngine.Scripting;

// On a thread whose stack is deep enough for any rule. This one would only wait.
// Of an object: what a lane of a number needs is compiled nowhere beforehand.
var run = new Lane<object>(() => CommandLine.Run(args, Terminal.Open()));
if (CheckRequest.OfPaths(args) is not null)
    Readiness.Prepare();
return (int)run.Result();
