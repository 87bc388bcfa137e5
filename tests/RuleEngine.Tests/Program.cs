using RuleEngine.Engine.Isolation;
using RuleEngine.Reporting;
using RuleEngine.Tests.Engine;

// Started by the tests of isolation; test runners do not start it.
RuleWorker.Run(Console.OpenStandardInput(), Console.OpenStandardOutput(), new MisbehavingRules(), withExcerpts => new JsonLine(withExcerpts));
