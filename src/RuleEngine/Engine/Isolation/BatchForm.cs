using RuleEngine.Engine.Settings;
using RuleEngine.Parsing;

namespace RuleEngine.Engine.Isolation;

/// <summary>How a batch is to be checked.</summary>
/// <param name="Threads">How many threads check.</param>
/// <param name="WithExcerpts">Whether lines carry each place's own lines and its content's hash.</param>
/// <param name="Today">The day on which waivers must still hold.</param>
/// <param name="Settings">The settings of the whole batch.</param>
/// <param name="Folder">The full path of the working folder.</param>
public sealed record BatchForm(int Threads, bool WithExcerpts, DateOnly Today, EffectiveSettings Settings, string Folder)
{
    internal void Write(BinaryWriter wire)
    {
        wire.Write(Threads);
        wire.Write(WithExcerpts);
        wire.Write(Today.DayNumber);
        wire.Write(Folder);
        wire.WriteAll(Settings.Layers, layer =>
        {
            var bytes = ((JsonText)layer.Configuration.Document).Bytes;
            wire.Write(layer.Configuration.Path);
            wire.Write(layer.Folder);
            wire.Write(bytes.Length);
            wire.Write(bytes);
        });
    }

    internal static BatchForm Read(BinaryReader wire)
    {
        var (threads, withExcerpts, today, folder) = (wire.ReadInt32(), wire.ReadBoolean(), DateOnly.FromDayNumber(wire.ReadInt32()), wire.ReadString());
        var layers = wire.ReadAll(() =>
        {
            var (path, its) = (wire.ReadString(), wire.ReadString());
            return new Layer(ConfigurationFile.Read(path, wire.ReadBytes(wire.ReadInt32()), [])!, its);
        });
        return new BatchForm(threads, withExcerpts, today, new EffectiveSettings(layers), folder);
    }
}
