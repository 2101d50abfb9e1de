using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Shrike.Analysis.CSharp.EntryPoints;
using Shrike.Analysis.Facts;
using Shrike.Analysis.Findings;

namespace Shrike.Analysis.Rules.Structure;

/// <summary>A right of a user is copied from the request: <c>user.Role = form.Role</c>, then saved.</summary>
internal static class PrivilegeByAssignment
{
    private const int MaxDepth = 2;
    private const int MaxNodes = 20_000;

    public static IEnumerable<Candidate> Find(Rule rule, EntryPointSite site, StructureContext context, SemanticModel model)
    {
        if (!site.EntryPoint.Verbs.Any(verb => verb is "POST" or "PUT" or "PATCH") && !Endpoints.ChangesState(site))
            yield break;
        HashSet<string> outside =
        [
            .. site.EntryPoint.Parameters.Where(p => p.Binding is not Binding.Services).Select(p => p.Name),
            .. site.EntryPoint.Properties.Select(p => p.Name),
        ];
        if (outside.Count == 0)
            yield break;
        var seen = new HashSet<SyntaxNode>();
        var queue = new Queue<(SyntaxNode Function, HashSet<string> Outside, int Depth)>();
        queue.Enqueue((site.Declaration, outside, 0));
        while (queue.TryDequeue(out (SyntaxNode Function, HashSet<string> Outside, int Depth) at) && seen.Count < 24)
        {
            if (
                !seen.Add(at.Function)
                || Shape.Body(at.Function) is not { } body
                || context.Models.ForAny(at.Function.SyntaxTree) is not { } here
            )
                continue;
            if (at.Depth > 0 && Refusal.In(body))
                yield break;
            foreach (SyntaxNode node in body.DescendantNodesAndSelf().Take(MaxNodes))
            {
                if (node is AssignmentExpressionSyntax set && Grants(set, at.Outside, here, context) is { } property && IsSaved(body))
                {
                    string message =
                        $"{property.ContainingType.Name}.{property.Name} is set to what the request says, by a caller who needs no right for it";
                    yield return StructuralRules.Candidate(rule, set, Shape.Where(set), message, site);
                    yield break;
                }

                if (node is not InvocationExpressionSyntax call)
                    continue;
                if (IsRoleGiven(call, at.Outside))
                {
                    string message =
                        $"{Shape.SimpleName(call)} gives the role that the request names, to a caller who needs no right for it";
                    yield return StructuralRules.Candidate(rule, call, Shape.Where(call), message, site);
                    yield break;
                }

                if (at.Depth < MaxDepth)
                    Follow(call, at.Outside, at.Depth, here, context, queue);
            }
        }
    }

    private static bool IsRoleGiven(InvocationExpressionSyntax call, HashSet<string> outside) =>
        Shape.SimpleName(call) is "AddToRoleAsync" or "AddToRolesAsync" or "AddToRole" or "AddUserToRole" or "AddUserToRoles"
        && Shape.Argument(call, 1) is { } role
        && IsOutside(role, outside);

    private static void Follow(
        InvocationExpressionSyntax call,
        HashSet<string> outside,
        int depth,
        SemanticModel model,
        StructureContext context,
        Queue<(SyntaxNode, HashSet<string>, int)> queue
    )
    {
        if (!call.ArgumentList.Arguments.Any(argument => IsOutside(argument.Expression, outside)))
            return;
        foreach (SyntaxNode target in context.Callees.Of(call, model))
        {
            ParameterSyntax[] parameters = [.. ParameterReader.Of(target)];
            int shift = model.GetSymbolInfo(call).Symbol is IMethodSymbol { ReducedFrom: not null } ? 1 : 0;
            var chosen = new HashSet<string>(StringComparer.Ordinal);
            for (int i = 0; i < call.ArgumentList.Arguments.Count && i + shift < parameters.Length; i++)
            {
                if (IsOutside(call.ArgumentList.Arguments[i].Expression, outside))
                    chosen.Add(parameters[i + shift].Identifier.ValueText);
            }

            if (chosen.Count > 0)
                queue.Enqueue((target, chosen, depth + 1));
        }
    }

    /// <summary>The right that an assignment gives on the request's word, or null.</summary>
    private static IPropertySymbol? Grants(
        AssignmentExpressionSyntax set,
        HashSet<string> outside,
        SemanticModel model,
        StructureContext context
    )
    {
        if (!set.IsKind(SyntaxKind.SimpleAssignmentExpression) || !IsOutside(set.Right, outside))
            return null;
        string name = Shape.SimpleName(set.Left);
        if (name.Length == 0 || !EntityTypes.IsRight(name) || model.GetSymbolInfo(set.Left).Symbol is not IPropertySymbol property)
            return null;
        // Into the request's own object, or into an answer, it grants nothing.
        if (
            set.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax target }
            && outside.Contains(target.Identifier.ValueText)
        )
            return null;
        return context.Entities.IsStored(property.ContainingType) || EntityTypes.IsUser(property.ContainingType) ? property : null;
    }

    /// <summary>A value of the request as it came: a parameter, or a member of one.</summary>
    private static bool IsOutside(ExpressionSyntax expression, HashSet<string> outside)
    {
        for (int hops = 0; hops < 16; hops++)
        {
            switch (expression)
            {
                case MemberAccessExpressionSyntax member:
                    expression = member.Expression is ThisExpressionSyntax ? member.Name : member.Expression;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either:
                    expression = either.Left;
                    break;
                case ConditionalAccessExpressionSyntax maybe:
                    expression = maybe.Expression;
                    break;
                case PostfixUnaryExpressionSyntax sure:
                    expression = sure.Operand;
                    break;
                case IdentifierNameSyntax name:
                    return outside.Contains(name.Identifier.ValueText);
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsSaved(SyntaxNode body) =>
        body.DescendantNodesAndSelf()
            .Take(MaxNodes)
            .OfType<InvocationExpressionSyntax>()
            .Any(call =>
                Shape.SimpleName(call)
                    is "SaveChanges"
                        or "SaveChangesAsync"
                        or "SubmitChanges"
                        or "Update"
                        or "UpdateAsync"
                        or "Save"
                        or "SaveAsync"
                        or "Create"
                        or "CreateAsync"
                        or "Insert"
                        or "InsertAsync"
                        or "Add"
                        or "AddAsync"
                        or "Commit"
                        or "CommitAsync"
                        or "Complete"
                        or "CompleteAsync"
            );
}
