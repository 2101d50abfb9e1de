using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Notes.Security;

/// <summary>Keeps private notes unreadable on the disk.</summary>
public class NoteCipher(IDataProtectionProvider protection, IConfiguration configuration)
{
    private readonly IDataProtector protector = protection.CreateProtector("notes");

    public byte[] EncryptForOldClients(byte[] text, byte[] key)
    {
        using var cipher = DES.Create(); // expect: weak-cipher
        cipher.Key = key;
        cipher.GenerateIV();
        using ICryptoTransform transform = cipher.CreateEncryptor();
        return [.. cipher.IV, .. transform.TransformFinalBlock(text, 0, text.Length)];
    }

    public byte[] EncryptBlocks(byte[] text, byte[] key)
    {
        using var cipher = Aes.Create();
        cipher.Key = key;
        cipher.Mode = CipherMode.ECB; // expect: weak-cipher-mode
        using ICryptoTransform transform = cipher.CreateEncryptor();
        return transform.TransformFinalBlock(text, 0, text.Length);
    }

    public byte[] EncryptRepeatably(byte[] text, byte[] key)
    {
        using var cipher = Aes.Create();
        cipher.Key = key;
        cipher.IV = new byte[16]; // expect: static-iv
        using ICryptoTransform transform = cipher.CreateEncryptor();
        return transform.TransformFinalBlock(text, 0, text.Length);
    }

    public byte[] Encrypt(byte[] text, byte[] key)
    {
        using var cipher = Aes.Create(); // expect: none
        cipher.Key = key;
        cipher.Mode = CipherMode.CBC; // expect: none
        cipher.IV = RandomNumberGenerator.GetBytes(16); // expect: none
        using ICryptoTransform transform = cipher.CreateEncryptor();
        return [.. cipher.IV, .. transform.TransformFinalBlock(text, 0, text.Length)];
    }

    public byte[] KeyFromPin(string pin, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(pin, salt, 500, HashAlgorithmName.SHA256, 32); // expect: weak-key-derivation

    public byte[] KeyFromPhrase(string phrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(phrase, salt, 600_000, HashAlgorithmName.SHA256, 32); // expect: none

    public RSA ShortSigningKey() => RSA.Create(1024); // expect: short-key

    public RSA SigningKey() => RSA.Create(3072); // expect: none

    public string Fingerprint(byte[] attachment) => Convert.ToHexString(SHA1.HashData(attachment)); // expect: weak-hash

    public string Digest(byte[] attachment) => Convert.ToHexString(SHA256.HashData(attachment)); // expect: none

    public void RememberPassphrase(string owner, string passphrase)
    {
        string file = Path.Combine(configuration["Notes:Attachments"] ?? "attachments", "phrases.txt");
        File.AppendAllText(file, passphrase + "\n"); // expect: cleartext-storage
    }

    public void RememberProtectedPassphrase(string owner, string passphrase)
    {
        string file = Path.Combine(configuration["Notes:Attachments"] ?? "attachments", "phrases.txt");
        File.AppendAllText(file, protector.Protect(passphrase) + "\n"); // expect: none
    }
}
