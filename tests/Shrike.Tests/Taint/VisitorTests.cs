using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Tests.Taint;

/// <summary>An object that is passed on to be called back is of its own class: what it is shown goes into no other class's functions.</summary>
public class VisitorTests
{
    [Theory]
    [InlineData("leaf.Accept(new Plain())", true)]
    [InlineData("leaf.Accept(new Sized())", false)]
    [InlineData("leaf.Accept(Sized.Instance)", false)]
    [InlineData("leaf.Accept(Plain.Instance)", true)]
    [InlineData("new Plain().Run(leaf)", true)]
    [InlineData("new Fixed().Run(leaf)", false)]
    [InlineData("Go(leaf, new Plain())", true)]
    [InlineData("Go(leaf, new Sized())", false)]
    [InlineData("Go(leaf, new Derived())", true)]
    [InlineData("Go(leaf, sized)", true)]
    [InlineData("Go(leaf, number > 1 ? new Plain() : new Sized())", true)]
    [InlineData("leaf.Accept(given)", true)]
    public void Enter_only_what_was_passed(string shown, bool found)
    {
        Codebase result = Analyse.Text(
            $$"""
            using Microsoft.AspNetCore.Mvc;
            public abstract class Node { public abstract T Accept<T>(Visitor<T> visitor); }
            public class Leaf : Node { public string Text; public override T Accept<T>(Visitor<T> visitor) => visitor.Visit(this); }
            public abstract class Visitor<T> { public abstract T Visit(Leaf leaf); }
            public class Plain : Visitor<string>
            {
                public static readonly Plain Instance = new Plain();
                public override string Visit(Leaf leaf) => leaf.Text;
                public string Run(Node n) => n.Accept(this);
            }
            public class Derived : Plain { }
            public class Sized : Visitor<string>
            {
                public static readonly Sized Instance = new Sized();
                public override string Visit(Leaf leaf) => "x" + leaf.Text.Length;
            }
            public class Fixed : Visitor<string>
            {
                public override string Visit(Leaf leaf) => "x" + leaf.Text.Length;
                public string Run(Node n) => n.Accept(this);
            }
            public class Loud : Sized { public override string Visit(Leaf leaf) => leaf.Text + "!"; }
            public class LeafController : Controller
            {
                [HttpPost]
                public void Do(string text, int number)
                {
                    var leaf = new Leaf { Text = text };
                    Visitor<string> given = number > 1 ? new Plain() : new Sized();
                    Sized sized = number > 1 ? new Loud() : new Sized();
                    System.IO.File.Delete({{shown}});
                }
                private static string Go(Node node, Visitor<string> visitor) => node.Accept(visitor);
            }
            """
        );
        Assert.Equal(found, result.Candidates.Any(c => c.Rule.Id == "path-traversal"));
    }
}
