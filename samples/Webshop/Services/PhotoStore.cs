namespace Webshop.Services;

/// <summary>Photos that customers send of their birds.</summary>
public class PhotoStore(IConfiguration configuration, IWebHostEnvironment environment)
{
    private static readonly string[] Extensions = [".jpg", ".png", ".webp"];

    private readonly string folder = configuration["Files:Photos"] ?? "photos";

    public async Task<string> SaveAsync(IFormFile photo)
    {
        string target = Path.Combine(environment.WebRootPath, "photos", photo.FileName);
        await using var stream = new FileStream(target, FileMode.Create); // expect: unrestricted-upload, path-traversal
        await photo.CopyToAsync(stream);
        return photo.FileName;
    }

    public async Task<string?> SaveCheckedAsync(IFormFile photo)
    {
        string extension = Path.GetExtension(photo.FileName).ToLowerInvariant();
        if (!Extensions.Contains(extension) || photo.Length > 5_000_000)
            return null;

        string name = Guid.NewGuid().ToString("N") + extension;
        await using var stream = new FileStream(Path.Combine(folder, name), FileMode.CreateNew); // expect: none
        await photo.CopyToAsync(stream);
        return name;
    }
}
