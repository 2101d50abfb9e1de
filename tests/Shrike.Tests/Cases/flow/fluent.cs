using System.IO;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

public class Parcel
{
    public string Name { get; set; } = "";
    public string Loose { get; set; } = "";
}

public class ParcelValidator : AbstractValidator<Parcel>
{
    public ParcelValidator()
    {
        RuleFor(x => x.Name).NotEmpty().Matches("^[a-z0-9]+$");
        RuleFor(x => x.Loose).Matches("[a-z0-9]+");
    }
}

public class ParcelController : Controller
{
    [HttpPost]
    public IActionResult Create(Parcel parcel)
    {
        var result = new ParcelValidator().Validate(parcel);
        if (!result.IsValid)
            return BadRequest();
        Directory.CreateDirectory("/srv/" + parcel.Name); // expect: none
        Directory.CreateDirectory("/srv/" + parcel.Loose); // expect: path-traversal
        return Ok();
    }
}
