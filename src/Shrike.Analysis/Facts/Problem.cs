namespace Shrike.Analysis.Facts;

/// <summary>Something about the scanned tree that could not be read or understood; never an exception.</summary>
public sealed record Problem(string Path, string Message);
