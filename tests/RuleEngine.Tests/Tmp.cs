using NUnit.Framework; using RuleEngine.Parsing; using RuleEngine.Scripting.Metering; using RuleEngine.Tests.Testing;
namespace RuleEngine.Tests;
public class Tmp { [Test] public void Steps() {
 foreach (var f in Directory.EnumerateFiles(Repository.PathOf("rules/examples"), "*.json").Order()) {
  var a = ProposalFile.Read("a", File.ReadAllBytes(f)).Arrangement!; a.Registry = Shipped.Pack.Registry; var b = Budget.Of(a); var line = Path.GetFileName(f) + " values " + a.Document.Size + ":";
  foreach (var p in Shipped.Pack.Principles) { var m = Meter.Start(b); foreach (var l in p.Rule!.Limbs.Count > 0 ? p.Rule.Limbs.SelectMany(x => x.Checks) : p.Rule.Checks) _ = l(a).ToList(); m.Stop(); line += $" {p.Id} {m.Steps}/{m.Bytes}"; }
  File.AppendAllText("/tmp/steps.txt", line + "\n"); } } }
