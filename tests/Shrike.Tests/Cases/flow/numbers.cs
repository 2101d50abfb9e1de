using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.AspNetCore.Mvc;

public class NumbersController : Controller
{
    private const string Root = "/srv/files/";

    public class Mark
    {
        public int Series { get; set; }
        public Guid Key { get; set; }
        public string Title { get; set; } = "";
        public DayOfWeek Day { get; set; }
    }

    public class Marks
    {
        public List<Mark> All { get; set; } = [];
        public List<int> Numbers { get; set; } = [];
        public List<string> Texts { get; set; } = [];
    }

    public IActionResult Projected([FromBody] Marks marks)
    {
        System.IO.File.Delete(Root + string.Join("_", marks.All.Select(m => m.Series))); // expect: none
        System.IO.File.Delete(Root + string.Join("_", marks.All.Select(m => m.Key).Distinct().OrderBy(k => k))); // expect: none
        System.IO.File.Delete(Root + string.Join("_", marks.All.Select(m => m.Day.ToString()))); // expect: none
        System.IO.File.Delete(Root + string.Join("_", marks.All.Select(m => m.Title))); // expect: path-traversal
        System.IO.File.Delete(Root + string.Join("_", marks.All.Select(m => $"{m.Series}-{m.Title}"))); // expect: path-traversal
        System.IO.File.Delete(Root + string.Concat(from m in marks.All where m.Title != "" select m.Series)); // expect: none
        System.IO.File.Delete(Root + string.Join("_", marks.All.Select(m => new { m.Series, m.Title }).First().Series)); // expect: none
        System.IO.File.Delete(Root + marks.All.Select(m => new { m.Series, m.Title }).First().Title); // expect: path-traversal
        return Ok();
    }

    public IActionResult Lists(List<int> ids, List<string> names, Marks marks, DayOfWeek[] days, List<char> letters)
    {
        System.IO.File.Delete(Root + string.Join("_", days)); // expect: none
        System.IO.File.Delete(Root + string.Concat(letters)); // expect: path-traversal
        System.IO.File.Delete(Root + string.Join("_", ids)); // expect: none
        System.IO.File.Delete(Root + string.Join("_", names)); // expect: path-traversal
        System.IO.File.Delete(Root + string.Join("_", names.Select(int.Parse))); // expect: none
        System.IO.File.Delete(Root + string.Join("_", names.Select(Uri.UnescapeDataString))); // expect: path-traversal
        System.IO.File.Delete(Root + string.Join("_", marks.Numbers)); // expect: none
        System.IO.File.Delete(Root + string.Join("_", marks.Texts)); // expect: path-traversal
        System.IO.File.Delete(Root + string.Join("_", names.SelectMany(n => n.Split(',')))); // expect: path-traversal
        return Ok();
    }
}
