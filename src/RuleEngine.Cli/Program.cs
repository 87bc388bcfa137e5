using RuleEngine.Cli;

return CommandLine.Run(args, Terminal.Open());
