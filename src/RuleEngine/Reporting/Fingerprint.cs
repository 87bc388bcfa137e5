using System.Security.Cryptography;
using System.Text;
using RuleEngine.Engine;

namespace RuleEngine.Reporting;

/// <summary>What a service knows a finding by, from one commit to the next.</summary>
internal static class Fingerprint
{
    /// <summary>32 hexadecimal digits from id, limb, address and content: what stands above the finding does not count.</summary>
    public static string Of(ReportedFinding finding) => Of(finding.Id, finding.Limb ?? "", finding.Address, finding.Content ?? "");

    /// <summary>32 hexadecimal digits from the parts, none of which runs into the next.</summary>
    public static string Of(params string[] parts)
    {
        var text = string.Concat(parts.Select(part => $"{part.Length}:{part}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
