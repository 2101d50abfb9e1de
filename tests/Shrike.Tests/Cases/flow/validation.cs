using System;
using System.ComponentModel.DataAnnotations;
using System.IO;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

public class Folder
{
    public const string Harmless = @"[\w-]+";

    [RegularExpression(Harmless)]
    public string Name { get; set; } = "";

    [RegularExpression(@"^[\w/.]+$")]
    public string Place { get; set; } = "";

    [AllowedValues("a", "b")]
    public string Kind { get; set; } = "";

    [Required, StringLength(20)]
    public string Title { get; set; } = "";
}

public record Named([RegularExpression("^[a-z]+$")] string Name, string Other);

public class FolderController : Controller
{
    [HttpPost]
    public IActionResult Create(Folder folder)
    {
        if (!ModelState.IsValid)
            return View(folder);
        Directory.CreateDirectory("/srv/" + folder.Name); // expect: none
        Directory.CreateDirectory("/srv/" + folder.Kind); // expect: none
        Directory.CreateDirectory("/srv/" + folder.Place); // expect: path-traversal
        Directory.CreateDirectory("/srv/" + folder.Title); // expect: path-traversal
        return Ok();
    }

    [HttpPost]
    public IActionResult Unchecked(Folder folder)
    {
        Directory.CreateDirectory("/srv/" + folder.Name); // expect: path-traversal
        return Ok();
    }
}

[ApiController]
[Route("api/folders")]
public class FolderApi : ControllerBase
{
    [HttpPost]
    public IActionResult Create(Folder folder)
    {
        Directory.CreateDirectory("/srv/" + folder.Name); // expect: none
        Directory.CreateDirectory("/srv/" + folder.Title); // expect: path-traversal
        return Ok();
    }

    [HttpPut]
    public IActionResult Change(Named named)
    {
        Directory.CreateDirectory("/srv/" + named.Name); // expect: none
        Directory.CreateDirectory("/srv/" + named.Other); // expect: path-traversal
        return Ok();
    }

    [HttpDelete("{name}")]
    public IActionResult Remove([RegularExpression("^[a-z]{3,9}$")] string name, string other)
    {
        Directory.Delete("/srv/" + name); // expect: none
        Directory.Delete("/srv/" + other); // expect: path-traversal
        return Ok();
    }
}

public class FolderPage : PageModel
{
    [BindProperty]
    public Folder Input { get; set; } = new();

    public IActionResult OnPost()
    {
        if (ModelState.IsValid)
        {
            Directory.CreateDirectory("/srv/" + Input.Name); // expect: none
            Directory.CreateDirectory("/srv/" + Input.Title); // expect: path-traversal
        }

        return Page();
    }
}

public class DelimitedController : Controller
{
    public IActionResult Get(string id, string name)
    {
        if (!System.Text.RegularExpressions.Regex.IsMatch(id, "/^[0-9]*$/"))
            return BadRequest();
        System.IO.File.ReadAllText("/srv/" + id); // expect: none
        if (!System.Text.RegularExpressions.Regex.IsMatch(name, "/^[0-9/.]*$/"))
            return BadRequest();
        return Content(System.IO.File.ReadAllText("/srv/" + name)); // expect: path-traversal
    }

    public IActionResult Matched(string id, string name)
    {
        var digits = new System.Text.RegularExpressions.Regex("^[0-9]*$");
        System.Text.RegularExpressions.Match match = digits.Match(id);
        string file;
        if (!match.Success)
            file = "";
        else
            file = id;
        System.IO.File.ReadAllText("/srv/" + file); // expect: none
        System.Text.RegularExpressions.Match any = new System.Text.RegularExpressions.Regex("[0-9]").Match(name);
        return any.Success ? Content(System.IO.File.ReadAllText("/srv/" + name)) : NotFound(); // expect: path-traversal
    }
}

public class Entrance
{
    public Folder Folder { get; set; } = new();
}

public class EntranceController : Controller
{
    [HttpPost]
    public IActionResult Nested(Entrance entrance)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Directory.CreateDirectory("/srv/" + entrance.Folder.Name);
        Directory.CreateDirectory("/srv/" + entrance.Folder.Title); // expect: path-traversal
        return Ok();
    }

    [HttpPost]
    public IActionResult Unchecked(Entrance entrance)
    {
        Directory.CreateDirectory("/srv/" + entrance.Folder.Name); // expect: path-traversal
        return Ok();
    }
}
