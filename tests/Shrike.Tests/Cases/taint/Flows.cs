using System; using System.Collections.Generic; using System.Linq; using System.Text; using System.Threading.Tasks; using System.Text.RegularExpressions;
static class Sources { public static string Get() => ""; }
static class Sinks { public static void Sql(string s) {} }
class Box { public string Value; public string Other { get; set; } }
interface IRun { void Go(string s); }
class Run1 : IRun { public void Go(string s) { Sinks.Sql("a" + s); } } // expect: test-sql
class Tests {
  static readonly bool Never = false; static string stat; string inst; static readonly HashSet<string> Allowed = new() { "a", "b" };
  static readonly Regex Ok = new Regex("^[a-z]+$");
  void A() { var x = Sources.Get(); Sinks.Sql("select " + x); } // expect: test-sql
  void B() { var x = Sources.Get(); x = "safe"; Sinks.Sql("select " + x); } // expect: none
  string Id(string s) => s;
  void C() { Sinks.Sql(Id(Sources.Get())); Sinks.Sql(Id("ok")); } // expect: test-sql
  void D() { var b = new Box(); b.Value = Sources.Get(); Sinks.Sql(b.Other); } // expect: none
  void D2() { var b = new Box(); b.Value = Sources.Get(); 
    Sinks.Sql(b.Value); } // expect: test-sql
  void E() { var l = new List<string>(); l.Add(Sources.Get()); foreach (var s in l) Sinks.Sql(s); } // expect: test-sql
  void F() { var d = new Dictionary<string,string>(); d["a"] = Sources.Get(); d["b"] = "x"; Sinks.Sql(d["b"]); } // expect: none
  void F2() { var d = new Dictionary<string,string>(); d["a"] = Sources.Get(); Sinks.Sql(d["a"]); } // expect: test-sql
  void G() { var sb = new StringBuilder(); sb.Append("x").Append(Sources.Get()); Sinks.Sql(sb.ToString()); } // expect: test-sql
  void H() { if (Never) Sinks.Sql(Sources.Get()); } // expect: none
  void I() { var x = Sources.Get(); if (!Allowed.Contains(x)) return; Sinks.Sql(x); } // expect: none
  void J() { var x = Sources.Get(); if (Ok.IsMatch(x)) Sinks.Sql(x); } // expect: none
  void K() { var x = Sources.Get(); if (int.TryParse(x, out var n)) Sinks.Sql("x" + n); } // expect: none
  void L(IRun r) { r.Go(Sources.Get()); }
  void M() { var x = Sources.Get(); Action f = () => Sinks.Sql(x); f(); } // expect: test-sql
  void N() { Func<string,string> f = s => "a" + s; Sinks.Sql(f(Sources.Get())); } // expect: test-sql
  void O() { stat = Sources.Get(); }
  void O2() { Sinks.Sql(stat); } // expect: test-sql
  async Task<string> P1() { await Task.Delay(1); return Sources.Get(); }
  async Task P() { var x = await P1(); Sinks.Sql($"a {x}"); } // expect: test-sql
  void Q() { var xs = new[] { Sources.Get() }; Sinks.Sql(string.Join(",", xs.Where(x => x.Length > 3).Select(x => x + "q"))); } // expect: test-sql
  void R() { var q = from x in new[] { Sources.Get() } where x != "" select "a" + x; foreach (var y in q) Sinks.Sql(y); } // expect: test-sql
  void S() { switch (Sources.Get()) { case "a": break; default: break; } var z = Sources.Get(); var w = z switch { "a" => z, _ => "c" }; Sinks.Sql(w); } // expect: none
  void T() { try { throw new Exception(Sources.Get()); } catch (Exception e) { Sinks.Sql(e.Message); } } // expect: test-sql
  void U1(out string s) { s = Sources.Get(); }
  void U() { U1(out var s); Sinks.Sql(s); } // expect: test-sql
  IEnumerable<string> V1() { yield return Sources.Get(); }
  void V() { foreach (var s in V1()) Sinks.Sql(s); } // expect: test-sql
  bool Valid(string s) { if (s == null) return false; return Regex.IsMatch(s, "^[a-z0-9]*$"); }
  void W() { var x = Sources.Get(); if (Valid(x)) Sinks.Sql(x); else Sinks.Sql("a"); } // expect: none
  void X() { inst = Sources.Get(); X1(); }
  void X1() { Sinks.Sql(inst); } // expect: test-sql
  void Y() { (string a, string b) = (Sources.Get(), "x"); Sinks.Sql(b); } // expect: none
  void Z() { string Local(string p) => p + "x"; Sinks.Sql(Local(Sources.Get())); } // expect: test-sql
  void AA() { int i = 5; string x = Sources.Get(); if (i * 2 > 20) Sinks.Sql(x); } // expect: none
  void AB() { var x = Sources.Get(); if (x is "a" or "b") Sinks.Sql(x); } // expect: none
  void AC() { var u = Unknown.Thing(Sources.Get()); u.Prop = 3; Sinks.Sql(u.Name); } // expect: test-sql
  void AD() { string s = null; foreach (var i in new[]{1,2}) { if (s != null) Sinks.Sql(s); s = Sources.Get(); } } // expect: test-sql
  void AE(string v) { Guard(v); } static void Guard(string v) { if (v.Contains("'")) throw new Exception(); }
  void AF() { var e = Console.ReadLine(); Sinks.Sql(e); } // expect: test-sql
}
record Rec(string Name, string Safe); class UseRec { void A() { var r = new Rec(Sources.Get(), "x"); Sinks.Sql(r.Safe); } // expect: none
 void B() { var r = new Rec(Sources.Get(), "x");
   Sinks.Sql(r.Name); } // expect: test-sql
}
class Prim(string q) { public void Go() { Sinks.Sql(q); } // expect: test-sql
}
class UsePrim { void A() { new Prim(Sources.Get()).Go(); } }
