using System; using System.Collections.Generic; using System.IO;
static class Sources { public static string Get() => ""; }
static class Sinks { public static void Sql(string s) {} }
static class Loops {
  public static void Each(IEnumerable<string> items, Action<string> action) { foreach (var i in items) action(i); }
  public static void All(IEnumerable<string> items, Action<string> action) => Each(items, action);
  public static string Make(Dictionary<string, string> cache, string key, Func<string, string> make) {
    if (!cache.TryGetValue(key, out var made)) { made = make(key); cache.Add(key, made); }
    return made; }
  public static string Run(Func<string> make) => make();
}
class Tests {
  void A() => Loops.Each(new[] { Sources.Get() }, x => Console.WriteLine(x));
  void B() => Loops.Each(new[] { "fixed" }, x => Sinks.Sql(x)); // expect: none
  void C() => Loops.Each(new[] { Sources.Get() }, x => 
    Sinks.Sql(x)); // expect: test-sql
  void D() => Loops.All(new[] { Sources.Get() }, x => Console.WriteLine(x.Length));
  void E() => Loops.All(new[] { "fixed" }, x => Sinks.Sql("a" + x)); // expect: none
  void F() => Loops.All(new[] { Sources.Get() }, x =>
    Sinks.Sql("b" + x)); // expect: test-sql
  void G() => Loops.Make(new(), Sources.Get(), k => k.Length.ToString());
  void H() => Loops.Make(new(), "key", k => { Sinks.Sql("c" + k); return k; }); // expect: none
  void I() => Sinks.Sql("d" + Loops.Make(new(), Sources.Get(), k => "e" + k)); // expect: test-sql
  void J() => Console.WriteLine(Loops.Run(() => Sources.Get()));
  void K() => Sinks.Sql("f" + Loops.Run(() => "fixed")); // expect: none
  void L() => Sinks.Sql("g" + Loops.Run(() => Sources.Get())); // expect: test-sql
}
class Exceptions {
  void Throws() { throw new InvalidOperationException(Sources.Get()); }
  void Swallows() { try { Throws(); } catch { } }
  void Logs() { try { Throws(); } catch (Exception) { Console.WriteLine("no"); } }
  void Rethrows() { try { Throws(); } catch (InvalidOperationException) { throw; } }
  void Filters(int n) { try { Throws(); } catch (Exception) when (n > 3) { } }
  void A() { try { Swallows(); } catch (Exception e) { Sinks.Sql(e.Message); } } // expect: none
  void B() { try { Logs(); } catch (Exception e) { Sinks.Sql("b" + e.Message); } } // expect: none
  void C() { try { Throws(); } catch (IOException e) { Sinks.Sql("c" + e.Message); } } // expect: none
  void D() { try { Throws(); } catch (IOException) { } catch (InvalidOperationException e) { 
    Sinks.Sql("d" + e.Message); } } // expect: test-sql
  void E() { try { Rethrows(); } catch (Exception e) { 
    Sinks.Sql("e" + e.Message); } } // expect: test-sql
  void F() { try { Filters(2); } catch (InvalidOperationException e) { 
    Sinks.Sql("f" + e.Message); } } // expect: test-sql
  void G() { try { try { Throws(); } finally { Console.WriteLine(); } } catch (InvalidOperationException e) { 
    Sinks.Sql("g" + e.Message); } } // expect: test-sql
}
class Refused : Exception { public Refused(string message) : base(message) {} }
class Owns {
  void Throws(string m) { throw new Refused(m); }
  void A() { try { Throws(Sources.Get()); } catch (Refused e) {
    Sinks.Sql("r" + e.Message); } } // expect: test-sql
  void B() { try { Throws(Sources.Get()); } catch (IOException e) { Sinks.Sql("s" + e.Message); } } // expect: none
}
class Clients {
  Client? client; string name;
  void A() { client.SetSecret(Sources.Get()); Sinks.Sql("h" + name); } // expect: none
  void B() { client.SetSecret(Sources.Get()); Sinks.Sql("i" + client.Name); } // expect: none
}
