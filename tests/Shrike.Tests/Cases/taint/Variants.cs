using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Text; using System.Text.RegularExpressions; using System.Threading;
static class Sources { public static string Get() => ""; }
static class Sinks { public static void Sql(string s) {} }
interface IStep { string Do(string s); }
class Keep : IStep { public string Do(string s) => s; }
class Drop : IStep { public string Do(string s) => "x"; }
class Root { public virtual string Do(string s) => "x"; }
class Leaf : Root { public override string Do(string s) => s; }
record Pair(string Name, string Safe);
class Tests {
  static void Call(string s, Action<string> a) { a(s); }
  void A() { string r = null; Action f = () => { r = Sources.Get(); }; f(); Sinks.Sql(r); } // expect: test-sql
  void A2() { string r = null; string x = Sources.Get(); Action f = () => { r = x; }; f(); Sinks.Sql(r); } // expect: test-sql
  void A3() { string r = "a"; string x = Sources.Get(); Action f = () => { r = x; }; Sinks.Sql(r); } // expect: none
  void B() { string r = null; Call(Sources.Get(), s => r = s); Sinks.Sql(r); } // expect: test-sql
  void B2() { string r = null; Call(Sources.Get(), s => r = "x"); Sinks.Sql(r); } // expect: none
  void C() { IStep s = new Keep(); Sinks.Sql(s.Do(Sources.Get())); } // expect: test-sql
  void C2() { IStep s = new Drop(); Sinks.Sql(s.Do(Sources.Get())); } // expect: none
  void C3() { Root s = new Root(); Sinks.Sql(s.Do(Sources.Get())); } // expect: none
  void C4() { Root s = new Leaf(); Sinks.Sql(s.Do(Sources.Get())); } // expect: test-sql
  void C5(bool b) { IStep s = new Drop(); if (b) s = new Keep(); Sinks.Sql(s.Do(Sources.Get())); } // expect: test-sql
  void D() { var l = new List<string>(); l.Add("a"); l.Add(Sources.Get()); Sinks.Sql(l[1]); } // expect: test-sql
  void D2() { var l = new List<string>(); l.Add("a"); l.Add(Sources.Get()); Sinks.Sql(l[0]); } // expect: none
  void D3() { var l = new List<string>(); l.Add("a"); l.Add(Sources.Get()); l.Add("b"); l.RemoveAt(0); Sinks.Sql(l[1]); } // expect: none
  void D4() { var l = new List<string>(); l.Add("a"); l.Add(Sources.Get()); l.Add("b"); l.RemoveAt(0); Sinks.Sql(l[0]); } // expect: test-sql
  void D5() { var l = new List<string>(); l.Add("a"); l.Add(Sources.Get()); l.Reverse(); Sinks.Sql(l[0]); } // expect: test-sql
  void E() { var t = Tuple.Create("a", Sources.Get()); Sinks.Sql(t.Item2); } // expect: test-sql
  void E2() { var t = Tuple.Create("a", Sources.Get()); Sinks.Sql(t.Item1); } // expect: none
  void F() { var (n, s) = new Pair(Sources.Get(), "x"); Sinks.Sql(n); } // expect: test-sql
  void F2() { var (n, s) = new Pair(Sources.Get(), "x"); Sinks.Sql(s); } // expect: none
  void F3() { object o = new Pair(Sources.Get(), "x"); if (o is Pair(var n, _)) Sinks.Sql(n); } // expect: test-sql
  void G() { var l = new[] { Sources.Get() }; Sinks.Sql(l.Select(x => x).First()); } // expect: test-sql
  void G2() { var l = new[] { Sources.Get() }; Sinks.Sql(l.Select(x => "a").First()); } // expect: none
  static string Pick(bool raw) { string s = "a"; if (raw) s = Sources.Get(); return s; }
  void H() { Sinks.Sql(Pick(false)); }
  void H2() { Sinks.Sql(Pick(true)); } // expect: test-sql
  static string Choose(int mode) { string s = "a"; if (mode == 1) s = Sources.Get(); return s; }
  void I() { Sinks.Sql(Choose(0)); } // expect: none
  static bool Above(int n) => n > 3;
  void I2() { if (Above(2)) Sinks.Sql(Sources.Get()); } // expect: none
  static bool Beyond(int n) => n > 3;
  void I3() { if (Beyond(7)) Sinks.Sql(Sources.Get()); } // expect: test-sql
  void J() { string g = "ABC"; string s = "a"; switch (g[1]) { case 'A': s = Sources.Get(); break; } Sinks.Sql(s); } // expect: none
  void J2() { string g = "ABC"; string s = "a"; switch (g[0]) { case 'A': s = Sources.Get(); break; } Sinks.Sql(s); } // expect: test-sql
  void K() { var m = new MemoryStream(); var w = new StreamWriter(m); w.Write(Sources.Get()); w.Flush(); Sinks.Sql(new StreamReader(m).ReadToEnd()); } // expect: test-sql
  void K2() { var l = new AsyncLocal<string>(); l.Value = Sources.Get(); Sinks.Sql(l.Value); } // expect: test-sql
  void K3() { var x = new System.Xml.Serialization.XmlSerializer(typeof(string)); var w = new StringWriter(); x.Serialize(w, Sources.Get()); Sinks.Sql(w.ToString()); } // expect: test-sql
}
class Aliases {
  void A() { string s = "a"; ref string r = ref s; r = Sources.Get(); Sinks.Sql(s); } // expect: test-sql
  void B() { string s = Sources.Get(); ref string r = ref s; r = "a"; Sinks.Sql(s); } // expect: none
}
