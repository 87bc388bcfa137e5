using Newtonsoft.Json.Linq;
using RuleEngine.Model;

namespace RuleEngine.Parsing.Shapes;

/// <summary>One property that objects of a shape may have.</summary>
/// <param name="name">Its name in the file.</param>
/// <param name="isRequired">Whether every object has it.</param>
/// <param name="meaning">What it means, for editors.</param>
internal abstract class Property<T>(string name, bool isRequired, string meaning) where T : Node
{
    public string Name => name;

    public bool IsRequired => isRequired;

    public string Meaning => meaning;

    /// <summary>Reads the value at the cursor into the node, as far as it is right.</summary>
    public abstract void Read(JsonCursor cursor, T node);

    public abstract JObject Schema(SchemaDefinitions definitions);

    public abstract void AddNaming(Naming naming);
}
