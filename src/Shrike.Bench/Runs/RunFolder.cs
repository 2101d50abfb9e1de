using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Shrike.Bench.Suites;

namespace Shrike.Bench.Runs;

/// <summary>A run on disk: manifest, labels, and one file a batch. A batch is there whole or not at all, whenever the program is killed, and a
/// folder belongs to one process at a time.</summary>
public sealed class RunFolder : IDisposable
{
    private const string ManifestFile = "manifest.json";
    private const string CasesFile = "cases.json";
    private const string SpentFile = "spent.json";
    private const string LockFile = "run.lock";
    private const string InputFolder = "input";
    private const string Partial = ".partial";
    private const long MaxFileBytes = 1L << 30;

    private readonly string folder;
    private readonly FileStream? owner;
    private readonly Action<string>? step;

    private RunFolder(string folder, RunManifest manifest, IReadOnlyList<BenchCase> cases, FileStream? owner, Action<string>? step = null)
    {
        this.folder = folder;
        this.owner = owner;
        this.step = step;
        Manifest = manifest;
        Cases = cases;
    }

    public RunManifest Manifest { get; }
    public IReadOnlyList<BenchCase> Cases { get; }

    /// <summary>Batches that were there, could not be read any more and are to be done again; by number.</summary>
    public IReadOnlyList<int> Damaged { get; private set; } = [];

    /// <summary>What all calls used so far, batches that came to nothing included.</summary>
    public Spending Spent =>
        Path.Combine(folder, SpentFile) is var path && File.Exists(path) ? Read(path, RunJson.Default.Spending) : default;

    /// <summary>Starts a run in an empty or new folder, or goes on with the same one.</summary>
    /// <exception cref="RunException">The folder holds another run or something else, or another process is at it.</exception>
    public static RunFolder Begin(string folder, RunManifest manifest, IReadOnlyList<BenchCase> cases) =>
        Begin(folder, manifest, cases, null);

    /// <param name="step">Told of each write: with the path of what is about to take its place, and with the place when it has. A test dies
    /// there.</param>
    internal static RunFolder Begin(string folder, RunManifest manifest, IReadOnlyList<BenchCase> cases, Action<string>? step)
    {
        FileStream owner = Own(folder);
        try
        {
            string path = Path.Combine(folder, ManifestFile);
            RunManifest there = File.Exists(path) ? ReadManifest(path) : manifest;
            if (there.Identity != manifest.Identity)
                throw new RunException(
                    $"{folder} holds another run ({Difference(there, manifest)}); give --run another folder, or remove it"
                );
            var run = new RunFolder(folder, there, cases, owner, step);
            run.Mend();
            // The manifest comes last: where it is, the labels are.
            if (!run.HasLabels())
                run.Write(Path.Combine(folder, CasesFile), cases, RunJson.Default.IReadOnlyListBenchCase);
            if (!File.Exists(path))
                run.Write(path, manifest, RunJson.Default.RunManifest);
            return run;
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    /// <summary>Removes what a killed process or a failing disk left half written.</summary>
    private void Mend()
    {
        foreach (string partial in Directory.EnumerateFiles(folder, "*" + Partial, SearchOption.AllDirectories))
        {
            if (Path.GetDirectoryName(partial) is var where && (where == folder || Path.GetFileName(where) == "batches"))
                File.Delete(partial);
        }

        int[] damaged = [.. Enumerable.Range(1, Manifest.Batches).Where(n => Has(n) && !IsSound(n))];
        foreach (int number in damaged)
            File.Delete(BatchFile(number));
        Damaged = damaged;
        MendSpent();
    }

    // What the batches say is the least that was paid.
    private void MendSpent()
    {
        try
        {
            _ = Spent;
        }
        catch (RunException)
        {
            Save(Outputs().Aggregate(default(Spending), (sum, o) => sum + (o.Spent ?? default)));
        }
    }

    private bool IsSound(int number)
    {
        try
        {
            return Read(BatchFile(number), RunJson.Default.BatchOutput).Number == number;
        }
        catch (RunException)
        {
            return false;
        }
    }

    private bool HasLabels()
    {
        string path = Path.Combine(folder, CasesFile);
        try
        {
            return File.Exists(path) && HashOf(Read(path, RunJson.Default.IReadOnlyListBenchCase)) == Manifest.LabelsHash;
        }
        catch (RunException)
        {
            return false;
        }
    }

    /// <summary>Opens a run to read.</summary>
    /// <exception cref="RunException">It is no run, or a damaged one.</exception>
    public static RunFolder Open(string folder)
    {
        string path = Path.Combine(folder, ManifestFile);
        if (!File.Exists(path))
            throw new RunException($"{folder} is no run: there is no {ManifestFile} in it");
        RunManifest manifest = ReadManifest(path);
        IReadOnlyList<BenchCase> cases = Read(Path.Combine(folder, CasesFile), RunJson.Default.IReadOnlyListBenchCase);
        return cases.Count != manifest.Cases || HashOf(cases) != manifest.LabelsHash
            ? throw new RunException($"{folder}: {CasesFile} is not the one the run was made with")
            : new RunFolder(folder, manifest, cases, null);
    }

    /// <summary>An empty folder for what is scanned next. It lies in the run, so that what a killed process left there is found and removed.</summary>
    public string FreshInput(int batch)
    {
        RemoveInput(batch);
        return Directory.CreateDirectory(InputOf(batch)).FullName;
    }

    public void RemoveInput(int batch) => Remove(InputOf(batch));

    /// <summary>Of all batches.</summary>
    public void RemoveInput() => Remove(Path.Combine(folder, InputFolder));

    private string InputOf(int batch) => Path.Combine(folder, InputFolder, batch.ToString(CultureInfo.InvariantCulture));

    private static void Remove(string input)
    {
        if (Directory.Exists(input))
            Directory.Delete(input, recursive: true);
    }

    internal void Save(Spending spent) => Write(Path.Combine(folder, SpentFile), spent, RunJson.Default.Spending);

    /// <summary>Which batches are there.</summary>
    public bool Has(int batch) => File.Exists(BatchFile(batch));

    public void Add(BatchOutput output) => Write(BatchFile(output.Number), output, RunJson.Default.BatchOutput);

    /// <summary>The batches that are there, in order.</summary>
    /// <exception cref="RunException">One is damaged.</exception>
    public IEnumerable<BatchOutput> Outputs()
    {
        for (int number = 1; number <= Manifest.Batches; number++)
        {
            if (!Has(number))
                continue;
            BatchOutput output = Read(BatchFile(number), RunJson.Default.BatchOutput);
            yield return output.Number == number ? output : throw new RunException($"{BatchFile(number)} holds batch {output.Number}");
        }
    }

    public static string HashOf(IReadOnlyList<BenchCase> cases) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(cases, RunJson.Default.IReadOnlyListBenchCase)));

    public void Dispose() => owner?.Dispose();

    private string BatchFile(int batch) => Path.Combine(folder, "batches", batch.ToString("D5", CultureInfo.InvariantCulture) + ".json");

    // Freed by the system when the process dies, however it dies.
    private static FileStream Own(string folder)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "batches"));
            return new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{folder} is in use by another run, or cannot be written: {e.Message}");
        }
    }

    private void Write<T>(string path, T value, JsonTypeInfo<T> type)
    {
        string partial = path + Partial;
        try
        {
            using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write))
            {
                JsonSerializer.Serialize(stream, value, type);
                stream.Flush(flushToDisk: true);
            }

            step?.Invoke(partial);
            File.Move(partial, path, overwrite: true);
            step?.Invoke(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{path} cannot be written: {e.Message} What is there is kept, and the same command goes on");
        }
    }

    private static RunManifest ReadManifest(string path)
    {
        RunManifest manifest = Read(path, RunJson.Default.RunManifest);
        return manifest.Format == RunManifest.CurrentFormat
            ? manifest
            : throw new RunException($"{path} has format {manifest.Format}; this program reads {RunManifest.CurrentFormat}");
    }

    private static T Read<T>(string path, JsonTypeInfo<T> type)
    {
        try
        {
            if (new FileInfo(path).Length > MaxFileBytes)
                throw new RunException($"{path} is larger than {MaxFileBytes >> 20} MiB");
            using FileStream stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, type) ?? throw new RunException($"{path} is empty");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{path} cannot be read: {e.Message}");
        }
    }

    internal static string Difference(RunManifest there, RunManifest here) =>
        there.Suite != here.Suite ? $"of {there.Suite}"
        : there.LabelsHash != here.LabelsHash ? "of other labels"
        : there.Contestant != here.Contestant ? $"of {there.Contestant}"
        : there.ContestantVersion != here.ContestantVersion
            ? $"of {there.Contestant} {there.ContestantVersion}, this is {here.ContestantVersion}"
        : there.Harness != here.Harness ? $"begun by build {there.Harness ?? "unknown"} of the proving ground, this is {here.Harness}"
        : there.Shard != here.Shard
            ? $"{(there.Shard is { } shard ? $"shard {shard}" : "all shards")}, this is {(here.Shard is { } other ? $"shard {other}" : "all of them")}"
        : there.Epoch != here.Epoch ? $"epoch {there.Epoch?.ToString() ?? "none"}, this is {here.Epoch?.ToString() ?? "none"}"
        : "with other settings";
}

/// <summary>Something is wrong with a run; the message says what and what to do.</summary>
public sealed class RunException(string message) : Exception(message);
