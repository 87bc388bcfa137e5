using System.Runtime.CompilerServices;
using System.Text;
using NUnit.Framework;

namespace RuleEngine.Tests.Testing;

/// <summary>
/// Stands in for Verify.NUnit, with its file names: <c>X.verified.txt</c> beside the test, <c>X.received.txt</c> on a mismatch.
/// <c>ACCEPT_SNAPSHOTS=1 dotnet test</c> accepts what was received.
/// </summary>
public static class Snapshot
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";

    /// <summary>Compares with the snapshot beside the test, named for class, method and arguments.</summary>
    public static void Verify(string received, string parameters = "", string extension = "txt", [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{method}{(parameters == "" ? "" : "_" + parameters)}";
        VerifyFile(received, Path.Combine(Path.GetDirectoryName(file)!, name), extension);
    }

    /// <summary>Compares with <c>stem.verified.extension</c>.</summary>
    public static void VerifyFile(string received, string stem, string extension)
    {
        var verifiedPath = $"{stem}.verified.{extension}";
        var receivedPath = $"{stem}.received.{extension}";
        var verified = File.Exists(verifiedPath) ? Encoding.UTF8.GetString(File.ReadAllBytes(verifiedPath)).ReplaceLineEndings("\n") : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(Accepts ? verifiedPath : receivedPath, received);
        if (!Accepts)
            Assert.That(received, Is.EqualTo(verified ?? ""), $"To accept: mv '{receivedPath}' '{verifiedPath}'");
    }
}
