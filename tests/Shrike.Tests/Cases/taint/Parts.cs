// What is put in as one part is not read as another.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

static class Sources { public static string Get() => ""; }
static class Sinks { public static void Sql(string s) {} }

class Row { public string Id; public string Name; public Row Next; }

class Pairs
{
    void TupleOther() { var t = new Tuple<string, string>(Sources.Get(), "x"); Sinks.Sql(t.Item2); } // expect: none
    void TupleOwn() { var t = new Tuple<string, string>("x", Sources.Get());
        Sinks.Sql(t.Item2); } // expect: test-sql
    void CreatedOther() { var t = Tuple.Create(Sources.Get(), "x"); Sinks.Sql(t.Item2); } // expect: none
    void CreatedOwn() { var t = Tuple.Create(Sources.Get(), "x");
        Sinks.Sql(t.Item1); } // expect: test-sql
    void Deconstructed() { var (a, b) = Tuple.Create(Sources.Get(), "x");
        Sinks.Sql(a); // expect: test-sql
        Sinks.Sql(b); } // expect: none
    void PairOther() { var p = new KeyValuePair<string, string>(Sources.Get(), "x"); Sinks.Sql(p.Value); } // expect: none
    void PairOwn() { var p = new KeyValuePair<string, string>(Sources.Get(), "x");
        Sinks.Sql(p.Key); } // expect: test-sql
    void PairInList() { var l = new List<KeyValuePair<string, string>>(); l.Add(new KeyValuePair<string, string>("k", Sources.Get()));
        foreach (var p in l) {
            Sinks.Sql(p.Key); // expect: none
            Sinks.Sql(p.Value); } } // expect: test-sql
}

class Groups
{
    void Members() { var rows = new List<Row> { new Row { Id = Sources.Get() } };
        foreach (var g in rows.GroupBy(r => r.Id)) {
            Sinks.Sql(g.Key); // expect: test-sql
            foreach (var r in g) {
                Sinks.Sql(r.Name); // expect: none
                Sinks.Sql(r.Id); } } } // expect: test-sql
    void Copied() { var rows = new List<Row> { new Row { Id = Sources.Get() } };
        foreach (var r in new List<Row>(rows)) {
            Sinks.Sql(r.Name); // expect: none
            Sinks.Sql(r.Id); } } // expect: test-sql
}

abstract class Visitor<T> { public abstract T Visit(Row row); }
class Same : Visitor<Row> { public override Row Visit(Row row) => row; }
class Later : Visitor<ValueTask<Row>> { public override ValueTask<Row> Visit(Row row) { return new(row); } }
class Text : Visitor<string> { public override string Visit(Row row) => "x"; }
class Visited
{
    static T Accept<T>(Row row, Visitor<T> visitor) => visitor.Visit(row);
    void Of(Row row) { row.Id = Sources.Get(); Build(row, new Text()); }
    void Build(Row row, Visitor<string> visitor) { string text = Accept(row, visitor);
        Sinks.Sql(text); // expect: none
        Sinks.Sql(row.Id); } // expect: test-sql
}

class Store { public Row Kept; public void Put(Row row) { Kept = row; } }
class Held { readonly Store store; public Held(Store store) { this.store = store; }
    void Put() { store.Put(new Row { Id = Sources.Get() }); Use(); }
    void Use() { Sinks.Sql(store.Kept.Id); } // expect: none
}
class Owned { readonly Store store; public Owned(Store store) { this.store = store; }
    public void Put() { store.Put(new Row { Id = Sources.Get() }); Use(); }
    void Use() { Sinks.Sql(store.Kept.Id); } // expect: test-sql
}
class Owner { void M() { new Owned(new Store()).Put(); } }
