using System.Text;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;

namespace RuleEngine.Engine.Isolation;

/// <summary>How faults and places go from process to process.</summary>
internal static class PlaceWire
{
    private static readonly Dictionary<string, FaultKind> Kinds = FaultKind.All.ToDictionary(kind => kind.Id, StringComparer.Ordinal);

    public static void Write(this BinaryWriter wire, Fault fault)
    {
        wire.Write(fault.Kind.Id);
        wire.Write(fault.Path);
        wire.Write(fault.Message);
        wire.WriteOptional(fault.Location, wire.Write);
        wire.WriteOptional(fault.Excerpt, wire.Write);
    }

    /// <exception cref="InvalidDataException">There is no such fault.</exception>
    public static Fault ReadFault(this BinaryReader wire) =>
        new(Kinds.GetValueOrDefault(wire.ReadString()) ?? throw new InvalidDataException(), wire.ReadString(), wire.ReadString(), wire.ReadOptional(wire.ReadLocation))
        {
            Excerpt = wire.ReadOptional(wire.ReadExcerpt),
        };

    public static void Write(this BinaryWriter wire, Location location)
    {
        wire.Write7BitEncodedInt(location.Line);
        wire.Write7BitEncodedInt(location.Column);
        wire.Write7BitEncodedInt(location.EndLine);
        wire.Write7BitEncodedInt(location.EndColumn);
        wire.Write(location.Missing);
        wire.Write(location.HasUtf8 || location.Pointer is not null);
        if (location.HasUtf8)
            wire.Write(location.PointerUtf8, location.AddressUtf8);
        else if (location.Pointer is { } pointer)
            wire.Write(Encoding.UTF8.GetBytes(pointer), Encoding.UTF8.GetBytes(location.Address!));
    }

    private static void Write(this BinaryWriter wire, ReadOnlySpan<byte> pointer, ReadOnlySpan<byte> address)
    {
        wire.Write7BitEncodedInt(pointer.Length);
        wire.Write7BitEncodedInt(address.Length);
        wire.Write(pointer);
        wire.Write(address);
    }

    public static Location ReadLocation(this BinaryReader wire)
    {
        var (line, column, endLine, endColumn) = (wire.Read7BitEncodedInt(), wire.Read7BitEncodedInt(), wire.Read7BitEncodedInt(), wire.Read7BitEncodedInt());
        var missing = wire.ReadBoolean();
        if (!wire.ReadBoolean())
            return new Location(line, column, endLine, endColumn, null, null, missing);
        var (pointer, address) = (wire.Read7BitEncodedInt(), wire.Read7BitEncodedInt());
        if (pointer < 0 || address < 0)
            throw new InvalidDataException();
        var names = wire.ReadBytes(checked(pointer + address));
        return names.Length == pointer + address ? new Location(line, column, endLine, endColumn, names, pointer, missing) : throw new InvalidDataException();
    }

    public static void Write(this BinaryWriter wire, Excerpt excerpt)
    {
        wire.Write7BitEncodedInt(excerpt.Line);
        wire.Write7BitEncodedInt(excerpt.Column);
        wire.WriteAll(excerpt.Lines, wire.Write);
    }

    public static Excerpt ReadExcerpt(this BinaryReader wire) => new(wire.Read7BitEncodedInt(), wire.Read7BitEncodedInt(), wire.ReadAll(wire.ReadString));

    public static void WriteOptional<T>(this BinaryWriter wire, T? it, Action<T> write) where T : class
    {
        wire.Write(it is not null);
        if (it is not null)
            write(it);
    }

    public static T? ReadOptional<T>(this BinaryReader wire, Func<T> read) where T : class => wire.ReadBoolean() ? read() : null;
}
