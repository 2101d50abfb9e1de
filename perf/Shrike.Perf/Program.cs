using Shrike.Perf;

const string Help = """
    Measures `shrike scan`. Nothing here is a test: figures depend on the machine, so compare within one run.

      Shrike.Perf growth SHRIKE TREE [COPIES]   scans 1, 2, 4 ... COPIES copies of a tree: does time grow with size alone?
      Shrike.Perf peers SHRIKE TREE [ROUNDS]    scans a tree with Shrike and with other analysers of C#, in turn, ROUNDS times
      Shrike.Perf analyse FOLDER TREE           runs the analysers found in a package's folder over a tree (used by peers)

    SHRIKE is the program: a published executable, or shrike.dll.
    """;

switch (args)
{
    case ["growth", var shrike, var tree, .. var rest]:
        return Growth.Run(shrike, tree, rest is [var copies] ? int.Parse(copies, null) : 8);
    case ["peers", var shrike, var tree, .. var rest]:
        return Peers.Run(shrike, tree, rest is [var rounds] ? int.Parse(rounds, null) : 3);
    case ["analyse", var folder, var tree]:
        return await Analysers.Run(folder, tree);
    default:
        Console.Error.WriteLine(Help);
        return 2;
}
