using Notes.Storage;

namespace Notes.Work;

public interface IExporter
{
    string Export(Note note);
}

public class TextExporter : IExporter
{
    public string Export(Note note) => note.Title + "\n\n" + note.Body;
}

public class MarkdownExporter : IExporter
{
    public string Export(Note note) => "# " + note.Title + "\n\n" + note.Body;
}

/// <summary>Finds the exporter that a request names.</summary>
public class Exporters
{
    private static readonly Dictionary<string, Type> Known = new()
    {
        ["text"] = typeof(TextExporter),
        ["markdown"] = typeof(MarkdownExporter),
    };

    public IExporter? Named(string name)
    {
        Type? type = Type.GetType("Notes.Work." + name); // expect: unsafe-reflection
        return type is null ? null : (IExporter?)Activator.CreateInstance(type);
    }

    public IExporter? Find(string name)
    {
        if (!Known.TryGetValue(name, out Type? type))
            return null;
        return (IExporter?)Activator.CreateInstance(type); // expect: none
    }
}
