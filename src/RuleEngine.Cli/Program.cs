using RuleEngine.Cli;
using RuleEngine.Scripting;

// On a thread whose stack is deep enough for any rule.
return new Lane<int>(() => CommandLine.Run(args, Terminal.Open())).Result();
