using System.CommandLine;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine waive</c>: its options.</summary>
internal static class WaiveCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The proposal." };
        var id = new Argument<string>("ID") { Description = "The finding, as in FA201." };
        var reason = new Option<string>("--reason") { Description = "Why it is accepted.", HelpName = "TEXT", Required = true };
        var owner = new Option<string>("--owner") { Description = "Who answers for it.", HelpName = "NAME", Required = true };
        var expires = new DayOption("--expires") { Description = "The last day on which it holds.", Required = true };
        var address = new Option<string>("--address") { Description = "Where the finding stands, when it stands at several places; empty for the whole.", HelpName = "ADDRESS" };
        var limb = new Option<string>("--limb") { Description = "The limb, when several report it there.", HelpName = "LIMB" };
        var today = new DayOption("--today") { Description = "The day that it is (UTC) when not given." };
        var pack = new PackOption();
        var command = new Command("waive", "Accepts a finding until a day: writes a waiver into the nearest ruleengine.json.") { file, id, reason, owner, expires, address, limb, today };
        pack.AddTo(command);
        command.SetAction(parsed => new Waive(terminal)
        {
            File = parsed.GetValue(file)!,
            Id = parsed.GetValue(id)!,
            Reason = parsed.GetValue(reason)!,
            Owner = parsed.GetValue(owner)!,
            Expires = expires.Day(parsed)!.Value,
            Address = parsed.GetValue(address),
            Limb = parsed.GetValue(limb),
            Today = today.Day(parsed) ?? DayOption.Today,
        }.Run(pack.ReadPinned(parsed, terminal)));
        return command;
    }
}
