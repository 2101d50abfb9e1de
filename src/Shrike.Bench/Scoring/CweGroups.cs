using System.Collections.Frozen;

namespace Shrike.Bench.Scoring;

/// <summary>Weaknesses that the scorers take for one. A weakness in no group is a group of its own.</summary>
public static class CweGroups
{
    private static readonly (string Name, int[] Cwes)[] Groups =
    [
        ("cmd", [77, 78, 88]),
        ("sql", [89, 564, 943]),
        ("path", [22, 23, 36, 73]),
        ("xss", [79, 80, 81, 83, 87, 116]),
        ("ldap", [90]),
        ("xpath", [643, 91]),
        ("code", [94, 95, 96, 1336]),
        ("xxe", [611, 776, 827]),
        ("deser", [502]),
        ("redirect", [601]),
        ("ssrf", [918]),
        ("crypto", [326, 327, 329, 780]),
        ("hash", [328, 916, 759, 760, 1240]),
        ("rand", [330, 331, 335, 336, 337, 338]),
        ("cookie", [614, 1004]),
        ("trust", [501]),
        ("cred", [259, 321, 522, 798]),
        ("authn", [287, 306, 307]),
        ("authz", [284, 285, 639, 862, 863]),
        ("csrf", [352]),
        ("dos", [400, 730, 770, 1333]),
        ("mem", [119, 120, 121, 122, 123, 124, 125, 126, 127, 131, 787, 788, 805]),
        ("uaf", [415, 416, 825, 672]),
        ("int", [190, 191, 197, 369, 681]),
        ("proto", [1321, 915, 471]),
    ];

    private static readonly FrozenDictionary<int, string> Names = Groups
        .SelectMany(g => g.Cwes.Select(c => (c, g.Name)))
        .ToFrozenDictionary(p => p.c, p => p.Name);

    public static string Of(int cwe) => Names.GetValueOrDefault(cwe) ?? $"cwe-{cwe}";

    /// <summary>0 is no weakness, and the same as none.</summary>
    public static bool Same(int a, int b) => a > 0 && b > 0 && Of(a) == Of(b);
}
