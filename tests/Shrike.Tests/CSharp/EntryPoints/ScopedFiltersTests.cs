using Microsoft.CodeAnalysis.CSharp;
using Shrike.Analysis.CSharp;
using Shrike.Analysis.CSharp.EntryPoints;

namespace Shrike.Tests.CSharp.EntryPoints;

public sealed class ScopedFiltersTests
{
    private const string Head = """
        using System;
        using System.Linq;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Mvc.Controllers;
        public interface IFound { }
        public interface IRights { bool May(string what); }
        public class StaffAttribute : Attribute { }
        public class StaffController : Controller { public void Do() { } }
        public class OtherController : Controller { public void Do() { } }
        [Staff] public class MarkedController : Controller { public void Do() { } }
        public class StaffRoomController : Controller { public void Do() { } }

        """;

    private const string Filter = """
        public class Gate : BASES
        {
            private readonly IRights rights;
            public void OnAuthorization(AuthorizationFilterContext context)
            {
                var action = (ControllerActionDescriptor)context.ActionDescriptor;
                BODY
            }
            private static bool IsStaff(ControllerActionDescriptor action)
            {
                if (string.Equals(action.ControllerName, "Staff", StringComparison.OrdinalIgnoreCase)) return true;
                var marks = Marks(action);
                return marks != null && marks.Any();
            }
            private static object[] Marks(ControllerActionDescriptor action) =>
                action.ControllerTypeInfo.GetCustomAttributes(typeof(StaffAttribute), true).ToArray();
        }
        """;

    private const string Denies = "if (!rights.May(\"enter\")) context.Result = new UnauthorizedResult();";

    [Theory]
    [InlineData("if (IsStaff(action)) { " + Denies + " }", "Marked Staff")]
    [InlineData("if (!IsStaff(action)) return; " + Denies, "Marked Staff")]
    [InlineData("if (action.ControllerName.StartsWith(\"Staff\")) " + Denies, "Staff StaffRoom")]
    [InlineData("var name = (string)context.RouteData.Values[\"controller\"]; if (name == \"Staff\") " + Denies, "Staff")]
    [InlineData("if (!action.MethodInfo.IsDefined(typeof(StaffAttribute), true)) return; " + Denies, "Marked")]
    // Who is asked does not depend on the controller, or nobody is refused.
    [InlineData(Denies, "")]
    [InlineData("if (action.MethodInfo.IsDefined(typeof(AllowAnyAttribute), true)) return; " + Denies, "")]
    [InlineData("if (IsStaff(action)) { context.HttpContext.Items[\"staff\"] = 1; } var never = new UnauthorizedResult();", "")]
    public void A_filter_guards_the_controllers_that_it_asks_for(string body, string guarded) =>
        Assert.Equal(guarded, Guarded(Filter.Replace("BASES", "IFound, IAuthorizationFilter", StringComparison.Ordinal), body));

    [Theory]
    [InlineData("IAuthorizationFilter")]
    [InlineData("Attribute, IFound, IAuthorizationFilter")]
    [InlineData("IFound")]
    public void A_filter_that_nothing_finds_guards_nothing(string bases) =>
        Assert.Equal("", Guarded(Filter.Replace("BASES", bases, StringComparison.Ordinal), "if (IsStaff(action)) { " + Denies + " }"));

    private static string Guarded(string filter, string body)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "case",
            [
                CSharpSyntaxTree.ParseText(
                    Head + filter.Replace("BODY", body, StringComparison.Ordinal),
                    path: "case.cs",
                    cancellationToken: cancel
                ),
            ],
            References.Modern,
            new CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary)
        );
        return string.Join(
            ' ',
            EntryPointFinder
                .Find(compilation, cancel)
                .Where(site => site.EntryPoint.Guards.Authorization?.StartsWith("filter Gate", StringComparison.Ordinal) == true)
                .Select(site => site.Owner!.Name.Replace("Controller", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }
}
