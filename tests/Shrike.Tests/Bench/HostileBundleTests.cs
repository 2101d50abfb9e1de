using System.IO.Compression;
using System.Text;
using Shrike.Bench.Bundles;

namespace Shrike.Tests.Bench;

/// <summary>Bundles by strangers: clear errors, bounded memory, never a defect.</summary>
public sealed class HostileBundleTests : IDisposable
{
    private readonly GivenBundle given = new();
    private readonly string sound;

    public HostileBundleTests() => sound = File.ReadAllText(given.Write(given.Bundle()));

    public void Dispose() => given.Dispose();

    public static TheoryData<string, string, string> Replacements =>
        new()
        {
            { "\"format\":1,\"program\"", "\"format\":2,\"program\"", "has format 2" },
            { "\"format\":1,\"program\"", "\"format\":1,\"format\":1,\"program\"", "is no bundle" },
            { "\"format\":1,\"program\"", "\"format\":1,\"more\":1,\"program\"", "is no bundle" },
            { "\"format\":1,\"program\"", "\"format\":NaN,\"program\"", "is no bundle" },
            { "\"format\":1,\"program\"", "\"format\":1e999,\"program\"", "is no bundle" },
            { "\"format\":1,\"program\"", "\"format\":99999999999999999999,\"program\"", "is no bundle" },
            { "\"tester\":\"heron\"", "\"tester\":null", "null" },
            { "\"tester\":\"heron\"", "\"tester\":\"\\ud800\"", "is no bundle" },
            { "\"tester\":\"heron\"", "\"tester\":\"\\u001b[31m\"", "not for printing" },
            { "\"tester\":\"heron\"", "\"tester\":\"\u202enoreh\"", "not for printing" },
            { "\"tester\":\"heron\"", "\"tester\":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]", "is no bundle" },
            { "\"temperature\":0.5", "\"temperature\":1e999", "" },
            { "\"temperature\":0.5", "\"temperature\":\"NaN\"", "is no bundle" },
            { "\"temperature\":0.5", $"\"temperature\":0.{new string('5', 100)}", "too many digits" },
            { "\"batches\":[", "\"batches\":[null,", "null" },
            { "\"scores\":{", "\"scores\":{\"rows\":[],", "is no bundle" },
        };

    [Theory, MemberData(nameof(Replacements))]
    public void What_no_bundle_holds_is_refused(string old, string @new, string expected)
    {
        string changed = sound.Replace(old, @new, StringComparison.Ordinal);
        Assert.NotEqual(sound, changed);
        // An infinite number is one of the shapes, and does not add up.
        string message = Problem(Encoding.UTF8.GetBytes(changed))!;
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_of_numbers_that_cannot_be_does_not_add_up()
    {
        foreach (
            (string old, string @new) in ((string, string)[])
                [
                    ("\"line\":9", "\"line\":2147483647"),
                    ("\"line\":9", "\"line\":-2147483648"),
                    ("\"filesPerBatch\":2", "\"filesPerBatch\":-1"),
                    ("\"filesPerBatch\":2", "\"filesPerBatch\":2147483647"),
                    ("\"number\":1,", "\"number\":-2147483648,"),
                    ("\"number\":3,", "\"number\":2147483647,"),
                    ("\"batches\":3", "\"batches\":2147483647"),
                    ("\"tokensIn\":7", "\"tokensIn\":9223372036854775807"),
                    ("\"dollars\":0.5", "\"dollars\":79228162514264337593543950335"),
                    ("\"start\":8", "\"start\":-5"),
                    ("\"seconds\":0", "\"seconds\":1e308"),
                ]
        )
        {
            string changed = sound.Replace(old, @new, StringComparison.Ordinal);
            Assert.True(changed != sound, old);
            Assert.NotNull(Problem(Resealed(changed)));
        }
    }

    [Fact]
    public void Bombs_are_not_unpacked()
    {
        // Two hundred mebibytes of white space in two hundred kibibytes.
        string path = given.At("bomb.json.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            byte[] block = Encoding.UTF8.GetBytes(new string(' ', 1 << 20));
            for (int i = 0; i < 200; i++)
                gzip.Write(block);
        }

        Assert.Contains(
            "more than 128 MiB",
            Assert.Throws<BundleException>(() => BundleFile.Read(path, out _)).Message,
            StringComparison.Ordinal
        );
        string many = "[" + string.Concat(Enumerable.Repeat("0,", 9_000_000)) + "0]";
        Assert.Contains("pieces", Problem(Encoding.UTF8.GetBytes(many)), StringComparison.Ordinal);
        Assert.NotNull(Problem(Encoding.UTF8.GetBytes(new string('[', 1_000_000))));
        Assert.Contains("longer than", Problem(Encoding.UTF8.GetBytes($"[\"{new string('x', 5000)}\"]")), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_broken_off_or_no_text_is_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(sound);
        for (int length = 0; length < bytes.Length; length += 97)
            Assert.NotNull(Problem(bytes[..length]));
        byte[] packed = File.ReadAllBytes(given.Write(given.Bundle(), "b.json.gz"));
        // Without the last eight bytes the content is still whole, and the seal says so.
        for (int length = 0; length < packed.Length - 8; length += 13)
            Assert.NotNull(Problem(packed[..length]));
        Assert.Contains("UTF-8", Problem([.. bytes[..50], 0xFF, .. bytes[50..]]), StringComparison.Ordinal);
        Assert.NotNull(Problem([0x50, 0x4B, 3, 4, 0, 0]));
        Assert.Contains(
            "cannot be read",
            Assert.Throws<BundleException>(() => BundleFile.Read(given.At("none"), out _)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<BundleException>(() => BundleFile.Read(given.At(""), out _));
    }

    [Fact]
    public void A_thousand_mutations_are_refused_or_do_not_add_up()
    {
        var random = new Random(20261124);
        byte[] bytes = Encoding.UTF8.GetBytes(sound);
        string[] pieces = ["null", "-1", "1e99", "\"\"", "{}", "[]", "\"..\"", "99999999999", "true", ",", "\"a\":1,", "\\", "\0"];
        for (int i = 0; i < 1000; i++)
        {
            var mutant = new List<byte>(bytes);
            for (int k = random.Next(1, 4); k > 0; k--)
            {
                int at = random.Next(mutant.Count);
                switch (random.Next(4))
                {
                    case 0:
                        mutant[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        mutant.RemoveRange(at, Math.Min(random.Next(1, 40), mutant.Count - at));
                        break;
                    case 2:
                        mutant.InsertRange(at, Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]));
                        break;
                    default:
                        mutant.InsertRange(at, mutant.GetRange(at, Math.Min(random.Next(1, 200), mutant.Count - at)));
                        break;
                }
            }

            byte[] written = [.. mutant];
            if (written.AsSpan().SequenceEqual(bytes))
                continue;
            Assert.True(Problem(written) is not null, $"mutation {i}");
            // Sealed anew there may be nothing to see; there must be no defect either.
            _ = Problem(Resealed(Encoding.UTF8.GetString(written)));
        }
    }

    private static byte[] Resealed(string text)
    {
        try
        {
            string seal = BundleFile.SealOf(Encoding.UTF8.GetBytes(text));
            int at = text.LastIndexOf("\"seal\":\"", StringComparison.Ordinal);
            return Encoding.UTF8.GetBytes(at < 0 ? text : string.Concat(text.AsSpan(0, at), $"\"seal\":\"{seal}\"}}"));
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return Encoding.UTF8.GetBytes(text);
        }
    }

    private string? Problem(byte[] content)
    {
        string path = given.At("hostile.json");
        File.WriteAllBytes(path, content);
        try
        {
            CheckedBundle one = GivenBundle.Verified(path);
            BundleText.Write(one, TextWriter.Null);
            return one.Problems.FirstOrDefault();
        }
        catch (BundleException e)
        {
            return e.Message;
        }
    }
}
