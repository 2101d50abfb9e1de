using System.Security.Cryptography;
using System.Text;

namespace Webshop.Services;

public class Passwords
{
    private const int Iterations = 600_000;

    /// <summary>How accounts of the old shop were stored.</summary>
    public string LegacyHash(string password)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(password)); // expect: password-hash-without-salt
        return Convert.ToHexString(digest);
    }

    public string Hash(string password)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(16);
        byte[] key = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, 32); // expect: none
        return Convert.ToBase64String(salt) + "." + Convert.ToBase64String(key);
    }

    public bool Fits(string password, string stored)
    {
        string[] parts = stored.Split('.');
        if (parts.Length != 2)
            return false;
        byte[] key = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(parts[0]), Iterations, HashAlgorithmName.SHA256, 32);
        return CryptographicOperations.FixedTimeEquals(key, Convert.FromBase64String(parts[1]));
    }

    public string ShortResetToken()
    {
        var random = new Random();
        string token = random.Next(100_000, 999_999).ToString(); // expect: weak-random
        return token;
    }

    public string ResetToken()
    {
        string token = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)); // expect: none
        return token;
    }
}
