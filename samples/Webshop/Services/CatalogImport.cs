using System.IO.Compression;

namespace Webshop.Services;

/// <summary>Unpacks the archives in which breeders send their price lists.</summary>
public class CatalogImport(IConfiguration configuration)
{
    private readonly string folder = Path.GetFullPath(configuration["Files:Imports"] ?? "imports");

    public int Unpack(Stream upload)
    {
        using var archive = new ZipArchive(upload);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string target = Path.Combine(folder, entry.FullName);
            entry.ExtractToFile(target, overwrite: true); // expect: zip-slip
        }

        return archive.Entries.Count;
    }

    public int UnpackInside(Stream upload)
    {
        using var archive = new ZipArchive(upload);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string target = Path.GetFullPath(Path.Combine(folder, entry.FullName));
            if (!target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new InvalidDataException("The archive holds a name outside its folder.");
            entry.ExtractToFile(target, overwrite: true); // expect: none
        }

        return archive.Entries.Count;
    }
}
