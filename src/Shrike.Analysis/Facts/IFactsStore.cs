namespace Shrike.Analysis.Facts;

/// <summary>Keeps what was established about unchanged files between scans. Names are chosen so that equal names mean equal facts, or
/// that what is kept says itself what it depends on. Nothing is promised to be found again.</summary>
public interface IFactsStore
{
    /// <returns>What was kept under the name, unchanged; null where nothing is.</returns>
    byte[]? Find(string name);

    void Keep(string name, ReadOnlySpan<byte> facts);
}
