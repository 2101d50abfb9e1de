using System.Collections.Frozen;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.Taint;

/// <summary>What calls without source do, by the habits of .NET libraries. The catalogue's propagators come first.</summary>
internal static class CallShapes
{
    /// <summary>The result is, or is made of, the elements of the receiver (or first argument): paths are kept.</summary>
    private static readonly FrozenSet<string> Keeping = FrozenSet.Create(
        StringComparer.Ordinal,
        "GetEnumerator",
        "GetAsyncEnumerator",
        "Current",
        "ToList",
        "ToArray",
        "ToListAsync",
        "ToArrayAsync",
        "ToHashSet",
        "ToImmutableArray",
        "ToImmutableList",
        "ToFrozenSet",
        "AsEnumerable",
        "AsQueryable",
        "AsNoTracking",
        "AsAsyncEnumerable",
        "AsReadOnly",
        "AsSpan",
        "AsMemory",
        "AsTracking",
        "Where",
        "OrderBy",
        "OrderByDescending",
        "ThenBy",
        "ThenByDescending",
        "Take",
        "Skip",
        "TakeWhile",
        "SkipWhile",
        "TakeLast",
        "SkipLast",
        "Distinct",
        "DistinctBy",
        "Concat",
        "Union",
        "Except",
        "Intersect",
        "Reverse",
        "Cast",
        "OfType",
        "DefaultIfEmpty",
        "Append",
        "Prepend",
        "First",
        "FirstOrDefault",
        "FirstAsync",
        "FirstOrDefaultAsync",
        "Single",
        "SingleOrDefault",
        "SingleAsync",
        "SingleOrDefaultAsync",
        "Last",
        "LastOrDefault",
        "LastAsync",
        "LastOrDefaultAsync",
        "ElementAt",
        "ElementAtOrDefault",
        "Find",
        "FindAll",
        "FindLast",
        "Min",
        "Max",
        "MinBy",
        "MaxBy",
        "Pop",
        "Dequeue",
        "Peek",
        "Take",
        "Include",
        "ThenInclude",
        "TagWith",
        "ConfigureAwait",
        "GetAwaiter",
        "GetResult",
        "FromResult",
        "Result",
        "Value",
        "AsTask",
        "WaitAsync",
        "Unwrap",
        "WhenAll",
        "WhenAny",
        "WhenEach",
        "Clone",
        "MemberwiseClone",
        "Key",
        "Values",
        "Keys",
        "Span",
        "Memory",
        "Chunk",
        "Zip",
        "GetValueOrDefault",
        "Insert",
        "Add",
        "AddRange",
        "Lazy",
        "Slice",
        "CopyTo",
        "GetOrAdd",
        "AddOrUpdate",
        "Resume",
        "Publish",
        "Run"
    );

    /// <summary>The function given to these chooses or orders; what it returns is not in the result.</summary>
    private static readonly FrozenSet<string> Choosing = FrozenSet.Create(
        StringComparer.Ordinal,
        "Where",
        "OrderBy",
        "OrderByDescending",
        "ThenBy",
        "ThenByDescending",
        "Any",
        "All",
        "Count",
        "LongCount",
        "First",
        "FirstOrDefault",
        "Single",
        "SingleOrDefault",
        "Last",
        "LastOrDefault",
        "FirstAsync",
        "FirstOrDefaultAsync",
        "SingleAsync",
        "SingleOrDefaultAsync",
        "AnyAsync",
        "AllAsync",
        "CountAsync",
        "LastAsync",
        "LastOrDefaultAsync",
        "TakeWhile",
        "SkipWhile",
        "DistinctBy",
        "MinBy",
        "MaxBy",
        "Find",
        "FindAll",
        "FindIndex",
        "Exists",
        "RemoveAll",
        "Include",
        "ThenInclude",
        "Sort",
        "ForEach",
        "TrueForAll",
        "FindLast",
        "GroupBy",
        "ToLookup"
    );

    private static readonly string[] Filling =
    [
        "Add",
        "Append",
        "Insert",
        "Push",
        "Enqueue",
        "Write",
        "Set",
        "TryAdd",
        "TryWrite",
        "Put",
        "Concat",
        "Prepend",
        "Replace",
        "Load",
        "CopyTo",
        "UnionWith",
        "Union",
        "Import",
        "Post",
        "Send",
    ];

    public static bool Keeps(MemberRef member) => Keeping.Contains(member.Name);

    public static bool Chooses(MemberRef member) => Choosing.Contains(member.Name);

    /// <summary>The result is made of what the function given returns for each element.</summary>
    public static bool Projects(MemberRef member) =>
        member.Name is "Select" or "SelectMany" or "ConvertAll" or "SelectAwait" or "Aggregate";

    /// <summary>"GetValidFileName", "SanitizePath", "MakeSafeFolderName".</summary>
    public static bool NamesCleaning(string display)
    {
        string name = display[(display.LastIndexOf('.') + 1)..];
        return Has("valid", "safe", "clean", "sanit", "escape", "remove", "replace", "strip", "normal")
            && Has("file", "path", "name", "folder");

        bool Has(params ReadOnlySpan<string> words)
        {
            foreach (string word in words)
            {
                if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                    return true;
            }

            return false;
        }
    }

    /// <summary>"EscapeProcessArgument", "QuoteCommandLineArg", "ShellEscape".</summary>
    public static bool NamesQuoting(string display)
    {
        ReadOnlySpan<char> name = display.AsSpan(display.LastIndexOf('.') + 1);
        return (Has(name, "escape") || Has(name, "quote")) && (Has(name, "arg") || Has(name, "shell") || Has(name, "command"));

        static bool Has(ReadOnlySpan<char> name, string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>By the habit of names an interface, and none of those that stand for a part of a request or a collection.</summary>
    public static bool IsService(TypeRef type)
    {
        ReadOnlySpan<char> name = type.Name.AsSpan(type.Name.LastIndexOf('.') + 1);
        return type.Kind is ValueKind.Object or ValueKind.Unknown
            && name.Length > 2
            && name[0] == 'I'
            && char.IsAsciiLetterUpper(name[1])
            && char.IsAsciiLetterLower(name[2])
            && type.Element is null
            && !type.Name.StartsWith("System.", StringComparison.Ordinal)
            && name
                is not (
                    "IFormFile"
                    or "IFormFileCollection"
                    or "IFormCollection"
                    or "IBrowserFile"
                    or "IQueryCollection"
                    or "IHeaderDictionary"
                );
    }

    /// <summary>The receiver holds the arguments afterwards.</summary>
    public static bool Fills(MemberRef member) => member.Kind == MemberKind.Method && StartsWith(member.Name, Filling);

    /// <summary>A writer or stream over another: what is written to it arrives there.</summary>
    public static bool WritesThrough(MemberRef member) =>
        (
            member.Kind == MemberKind.Constructor
            && member.Type.StartsWith("System.", StringComparison.Ordinal)
            && (member.Type.EndsWith("Writer", StringComparison.Ordinal) || member.Type.EndsWith("Stream", StringComparison.Ordinal))
        ) || member is { Type: "System.Xml.XmlWriter", Name: "Create" };

    /// <summary>`: base(message)` in a program's own exception.</summary>
    public static bool IsMessageOfException(CallSite site) =>
        site is { Receiver: >= 0, Target: { Kind: MemberKind.Method, Name: ".ctor", Type: var type } }
        && type.EndsWith("Exception", StringComparison.Ordinal)
        && type.StartsWith("System.", StringComparison.Ordinal);

    /// <summary>A file is opened or read by its name: who chose the name has not written what is in it.</summary>
    public static bool OpensByName(MemberRef member) =>
        member switch
        {
            { Type: "System.IO.File" } => StartsWith(member.Name, "Read", "Open"),
            { Type: "System.IO.FileInfo" } => StartsWith(member.Name, "Open"),
            { Type: "System.IO.Compression.ZipFile" } => member.Name.StartsWith("Open", StringComparison.Ordinal),
            { Kind: MemberKind.Constructor, Type: "System.IO.FileStream" or "System.IO.StreamReader" } => true,
            {
                Kind: MemberKind.Method,
                Name: "Load",
                Type: "System.Xml.XmlDocument" or "System.Xml.Linq.XDocument" or "System.Xml.Linq.XElement"
            } => true,
            _ => false,
        };

    private static bool StartsWith(string name, params ReadOnlySpan<string> prefixes)
    {
        foreach (string prefix in prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>A builder's method: returns its own receiver, so a later change is one of the receiver's.</summary>
    public static bool ReturnsReceiver(CallSite site, IrFunction function)
    {
        int self =
            site.Receiver >= 0 ? site.Receiver
            : site.Target.IsExtension && site.Arguments.Length > 0 ? site.Arguments[0]
            : -1;
        return self >= 0
            && site.Target.Kind == MemberKind.Method
            && function.RegisterTypes[self].Kind == ValueKind.Object
            && site.Target.Result.Name == function.RegisterTypes[self].Name;
    }

    private static readonly FrozenSet<string> Saving = FrozenSet.Create(
        StringComparer.Ordinal,
        "Add",
        "AddAsync",
        "AddRange",
        "AddRangeAsync",
        "Update",
        "UpdateRange",
        "Attach",
        "Save",
        "SaveAsync",
        "SaveOrUpdate",
        "Insert",
        "InsertAsync",
        "InsertOne",
        "InsertOneAsync",
        "Persist",
        "Merge",
        "ReplaceOne",
        "ReplaceOneAsync",
        "Store",
        "StoreAsync",
        "Upsert",
        "UpsertAsync"
    );

    private static readonly FrozenSet<string> Stores = FrozenSet.Create(
        StringComparer.Ordinal,
        "DbSet",
        "DbContext",
        "ISession",
        "IMongoCollection",
        "IDbConnection",
        "ObjectContext",
        "IDocumentSession",
        "Container",
        "ILiteCollection",
        "IObjectSet",
        "IDbSet"
    );

    /// <summary>An object goes into a database.</summary>
    public static bool Saves(MemberRef member) =>
        Saving.Contains(member.Name)
        && member.Kind == MemberKind.Method
        && Array.Exists(member.Owners, owner => Stores.Contains(owner[(owner.LastIndexOf('.') + 1)..]));

    /// <summary>The bag by which a controller hands values to its view.</summary>
    public static bool IsViewData(MemberRef member) =>
        member.Kind is MemberKind.Getter or MemberKind.Field && member.Name is "ViewBag" or "ViewData" or "TempData";

    /// <summary>The argument is what a view shows.</summary>
    public static bool ShowsView(MemberRef member) =>
        member.Kind == MemberKind.Method
        && !member.IsSource
        && member.Name is "View" or "PartialView" or "ViewComponent" or "Partial" or "Component";

    private static readonly string[] Lookups =
    [
        "Get",
        "TryGet",
        "Find",
        "Lookup",
        "Fetch",
        "Load",
        "Query",
        "Search",
        "Resolve",
        "Retrieve",
        "Contains",
        "Exists",
        "Count",
        "Any",
        "Remove",
        "Delete",
        "Is",
        "Has",
        "Can",
    ];

    /// <summary>A service, repository or dictionary is asked for something by key: the answer is not made of the key.</summary>
    public static bool LooksUp(MemberRef member)
    {
        if (member is { Type: "System.Environment", Name: "GetEnvironmentVariable" })
            return true;
        if (member.Kind != MemberKind.Method || (member.IsStatic && !member.IsExtension))
            return false;
        if (
            member.Type.StartsWith("System.", StringComparison.Ordinal)
            && !member.Type.StartsWith("System.Collections", StringComparison.Ordinal)
            && !member.Type.Contains(".Caching.", StringComparison.Ordinal)
        )
            return false;
        return StartsWith(member.Name, Lookups);
    }
}
