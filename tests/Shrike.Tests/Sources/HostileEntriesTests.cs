using System.Net.Sockets;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Sources;

namespace Shrike.Tests.Sources;

public sealed class HostileEntriesTests : IDisposable
{
    private readonly TempTree temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void Links_that_loop_or_leave_the_tree_are_named_and_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        using var outside = new TempTree();
        outside.Add("Secret.cs");
        temp.Add("a/A.cs");
        Directory.CreateSymbolicLink(temp.At("a/loop"), temp.Root);
        Directory.CreateSymbolicLink(temp.At("self"), temp.At("self"));
        Directory.CreateSymbolicLink(temp.At("away"), outside.Root);
        File.CreateSymbolicLink(temp.At("Out.cs"), outside.At("Secret.cs"));
        File.CreateSymbolicLink(temp.At("Self.cs"), temp.At("Self.cs"));
        File.CreateSymbolicLink(temp.At("Nowhere.cs"), temp.At("gone.cs"));
        File.CreateSymbolicLink(temp.At("Null.cs"), "/dev/null");
        File.CreateSymbolicLink(temp.At("Zero.cs"), "/dev/zero");

        SourceTree tree = temp.Read();

        Assert.Equal(["a/A.cs"], tree.Paths());
        string[] links = ["a/loop/", "away/", "Out.cs", "Self.cs", "Nowhere.cs", "Null.cs", "Zero.cs"];
        Assert.All(links, link => Assert.Equal(LedgerState.Skipped, tree.Ledger.Entry(link).State));
    }

    [Theory]
    [InlineData("Pipe.cs")]
    [InlineData("pipe.csproj")]
    [InlineData("web.config")]
    [InlineData(".shrikeignore")]
    public void A_pipe_is_never_opened(string name)
    {
        TempTree.Tool("mkfifo", temp.At(name));
        temp.Add("A.cs");

        SourceTree tree = temp.Read();

        Assert.Equal(["A.cs"], tree.Paths());
        Assert.Equal(LedgerState.Skipped, tree.Ledger.Entry(name).State);
    }

    [Fact]
    public void A_file_that_became_a_pipe_or_a_link_after_it_was_listed_is_not_opened()
    {
        using var outside = new TempTree();
        outside.Add("Secret.cs");
        temp.Add("Pipe.cs").Add("Link.cs").Add("A.cs");
        SourceTree tree = temp.Read();
        File.Delete(temp.At("Pipe.cs"));
        TempTree.Tool("mkfifo", temp.At("Pipe.cs"));
        File.Delete(temp.At("Link.cs"));
        File.CreateSymbolicLink(temp.At("Link.cs"), outside.At("Secret.cs"));

        Codebase code = TempTree.Scan(tree);

        Assert.Equal(LedgerState.Failed, code.Ledger.Entry("Pipe.cs").State);
        Assert.Equal(LedgerState.Failed, code.Ledger.Entry("Link.cs").State);
        Assert.Equal(LedgerState.Analysed, code.Ledger.Entry("A.cs").State);
    }

    [Fact]
    public void A_socket_is_never_opened()
    {
        Assert.SkipUnless(Socket.OSSupportsUnixDomainSockets && !OperatingSystem.IsWindows(), "needs Unix");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(temp.At("S.cs")));

        Assert.Equal(LedgerState.Skipped, temp.Read().Ledger.Entry("S.cs").State);
    }

    [Fact]
    public void Files_and_folders_that_may_not_be_read_fail_and_the_rest_is_scanned()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "everything may be read here");
        temp.Add("closed/A.cs").Add("listed/B.cs").Add("C.cs").Add("D.cs");
        File.SetUnixFileMode(temp.At("closed"), UnixFileMode.None);
        File.SetUnixFileMode(temp.At("listed"), UnixFileMode.UserRead);
        File.SetUnixFileMode(temp.At("C.cs"), UnixFileMode.None);
        try
        {
            Codebase code = TempTree.Scan(temp.Read());

            Assert.Equal(LedgerState.Failed, code.Ledger.Entry("closed/").State);
            Assert.Equal(LedgerState.Failed, code.Ledger.Entry("listed/B.cs").State);
            Assert.Equal(LedgerState.Failed, code.Ledger.Entry("C.cs").State);
            Assert.Equal(LedgerState.Analysed, code.Ledger.Entry("D.cs").State);
        }
        finally
        {
            File.SetUnixFileMode(temp.At("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.SetUnixFileMode(temp.At("listed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void Files_that_vanish_after_they_were_listed_fail_and_the_scan_goes_on()
    {
        string[] vanishing =
        [
            "A.cs",
            "V.cshtml",
            "W.razor",
            "P.aspx",
            "web.config",
            "appsettings.json",
            "x/x.csproj",
            "Directory.Build.props",
        ];
        foreach (string path in vanishing)
            temp.Add(path, "<Project />");
        temp.Add("Stays.cs");
        SourceTree tree = temp.Read();
        foreach (string path in vanishing)
            File.Delete(temp.At(path));

        Codebase code = TempTree.Scan(tree);

        Assert.Equal(LedgerState.Analysed, code.Ledger.Entry("Stays.cs").State);
        Assert.All(vanishing, path => Assert.Equal(LedgerState.Failed, code.Ledger.Entry(path).State));
    }

    [Theory]
    [InlineData("it's \"quoted\".cs")]
    [InlineData("two\nlines.cs")]
    [InlineData("evil\u202Esc.cs")]
    [InlineData("bell\a\u001B[31m\u0001.cs")]
    [InlineData("-rf.cs")]
    [InlineData("--help.cs")]
    [InlineData(" .cs")]
    [InlineData("%2e%2e%2f.cs")]
    [InlineData("$(touch x)`x`;|&.cs")]
    [InlineData("back\\slash.cs")]
    public void Strange_names_are_files_like_others(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names cannot be there");
        temp.Add(name).Add("back/slash.cs");

        Codebase code = TempTree.Scan(temp.Read());

        Assert.Equal(LedgerState.Analysed, code.Ledger.Entry(name).State);
        Assert.Equal(LedgerState.Analysed, code.Ledger.Entry("back/slash.cs").State);
    }

    [Fact]
    public void Names_that_are_not_UTF8_are_said_to_be_unreadable()
    {
        TempTree.Tool(
            "sh",
            "-c",
            "cd \"$0\" && echo 'class A { }' > \"$(printf 'bad\\377.cs')\" && mkdir \"$(printf 'dir\\376')\" && echo 'class B { }' > \"$(printf 'dir\\376/B.cs')\"",
            temp.Root
        );
        temp.Add("A.cs");

        Codebase code = TempTree.Scan(temp.Read());

        Assert.Equal(LedgerState.Analysed, code.Ledger.Entry("A.cs").State);
        Assert.Equal(2, code.Ledger.Count(e => e.State == LedgerState.Failed && e.Name.Contains('\uFFFD', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_single_line_of_50_MB_fails_by_its_size_and_is_not_read()
    {
        using (FileStream file = File.Create(temp.At("Long.cs")))
            file.SetLength(50 << 20);
        temp.Add("A.cs");
        long before = GC.GetAllocatedBytesForCurrentThread();

        SourceTree tree = temp.Read();

        Assert.Equal(LedgerState.Failed, tree.Ledger.Entry("Long.cs").State);
        Assert.Equal(["A.cs"], tree.Paths());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void A_file_that_grows_after_it_was_listed_is_not_read()
    {
        temp.Add("A.cs").Add("B.cs");
        SourceTree tree = temp.Read();
        using (FileStream file = File.OpenWrite(temp.At("A.cs")))
            file.SetLength(50 << 20);

        Codebase code = TempTree.Scan(tree);

        Assert.Equal(LedgerState.Failed, code.Ledger.Entry("A.cs").State);
        Assert.Equal(LedgerState.Analysed, code.Ledger.Entry("B.cs").State);
    }

    [Fact]
    public void Twenty_thousand_small_files_are_listed_at_a_cost_linear_in_their_number()
    {
        long few = Listing(2_000),
            many = Listing(20_000);

        // What is allocated stands for time: it does not depend on who else uses the machine.
        Assert.InRange(many, few * 5, few * 15);
    }

    private static long Listing(int count)
    {
        using var tree = new TempTree();
        for (int i = 0; i < count; i++)
        {
            if (i % 100 == 0)
                Directory.CreateDirectory(tree.At($"d{i / 100}"));
            File.WriteAllText(tree.At($"d{i / 100}/F{i}.cs"), "//");
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(count, tree.Read().Files.Count);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
