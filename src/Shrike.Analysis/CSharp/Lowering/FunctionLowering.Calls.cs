using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.CSharp.Lowering;

internal sealed partial class FunctionLowering
{
    private int[] Arguments(IEnumerable<IArgumentOperation> arguments, int count)
    {
        if (count == 0)
            return [];
        int[] registers = new int[count];
        Array.Fill(registers, -1);
        foreach (IArgumentOperation argument in arguments)
        {
            // What is left out gets no register, so that a rule can tell a default from a choice.
            int ordinal = argument.Parameter?.Ordinal ?? -1;
            if (ordinal >= 0 && ordinal < count && argument.ArgumentKind != ArgumentKind.DefaultValue)
                registers[ordinal] = Value(argument.Value);
        }

        return registers;
    }

    private static ulong ByRef(IMethodSymbol method)
    {
        ulong bits = 0;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.Ordinal < 64 && parameter.RefKind is RefKind.Out or RefKind.Ref)
                bits |= 1UL << parameter.Ordinal;
        }

        return bits;
    }

    private int Invocation(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        TextSpan span = invocation.Syntax.Span;
        if (GeneratedRegex(method, method.ReturnType, span) is >= 0 and var regex)
            return regex;
        int receiver = Receiver(invocation.Instance);
        // `with` calls what the compiler makes of a record: the copy holds what the record held.
        if (method is { Name: "<Clone>$", IsImplicitlyDeclared: true })
            return Copy(receiver, TypeOf(invocation), span);
        int[] arguments = Arguments(invocation.Arguments, method.Parameters.Length);
        var site = new CallSite
        {
            Target = Member(method, invocation.Instance, MemberKind.Method),
            Receiver = receiver,
            Arguments = arguments,
            ByRef = ByRef(method),
            IsBase =
                invocation.Instance is IInstanceReferenceOperation
                && !invocation.IsVirtual
                && invocation.Instance.Syntax is BaseExpressionSyntax,
        };
        if (method.MethodKind == MethodKind.LocalFunction)
            localCalls.Add((site, method.OriginalDefinition));
        endsRequest |= NeverReturns(method);
        int result = builder.Call(site, file.Symbols.Type(invocation.Type), span);
        WriteBack(invocation.Arguments);
        return result;
    }

    /// <summary>The body of a partial member with `[GeneratedRegex("…")]` is the compiler's: its pattern is all that it is made of. The form with
    /// a time limit is taken, as this is not where the pattern is written.</summary>
    private int GeneratedRegex(ISymbol member, ITypeSymbol type, TextSpan span)
    {
        if (type is not INamedTypeSymbol { Name: "Regex" } made)
            return -1;
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (
                attribute is not { AttributeClass.Name: "GeneratedRegexAttribute", ConstructorArguments: [{ Value: string pattern }, ..] }
                || made.InstanceConstructors.FirstOrDefault(c => c.Parameters.Length == 3) is not { } constructor
            )
                continue;
            int text = builder.Constant(pattern, file.Symbols.Type(constructor.Parameters[0].Type), span);
            var site = new CallSite { Target = file.Symbols.Member(constructor, null, MemberKind.Constructor), Arguments = [text, -1, -1] };
            return builder.Call(site, file.Symbols.Type(type), span);
        }

        return -1;
    }

    private static bool NeverReturns(IMethodSymbol method) =>
        method.ContainingType?.Name switch
        {
            "HttpResponse" or "HttpResponseBase" when method.ContainingNamespace?.ToString() == "System.Web" => method.Name == "End"
                || (method.Name == "Redirect" && method.Parameters.Length == 1),
            "Environment" => method.Name is "Exit" or "FailFast",
            _ => false,
        };

    /// <summary>out and ref arguments that are not plain variables are stored back where they came from.</summary>
    private void WriteBack(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (
                argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref
                && argument.Value is IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation
            )
            {
                int value = Value(argument.Value);
                Assign(argument.Value, value, argument.Syntax.Span);
            }
        }
    }

    private int Creation(IObjectCreationOperation creation)
    {
        TypeRef type = TypeOf(creation);
        MemberRef target = creation.Constructor is { } constructor
            ? file.Symbols.Member(constructor, null, MemberKind.Constructor)
            : file.Symbols.Unresolved(type.Name, type, MemberKind.Constructor, type);
        var site = new CallSite
        {
            Target = target,
            Arguments = creation.Constructor is { } c
                ? Arguments(creation.Arguments, c.Parameters.Length)
                : [.. creation.Arguments.Select(a => Value(a.Value))],
        };
        return builder.Call(site, type, creation.Syntax.Span);
    }

    private int Lambda(IFlowAnonymousFunctionOperation lambda)
    {
        int ordinal = lambdas++;
        IrFunction nestedFunction = file.NewNested(
            function,
            $"{function.Key}/lambda{ordinal}",
            $"{function.Display} (lambda)",
            lambda.Syntax,
            lambda.Symbol
        );
        var lowering = new FunctionLowering(file, this, graph.GetAnonymousFunctionControlFlowGraph(lambda), nestedFunction, lambda.Symbol);
        lowering.Lower();
        var site = new ClosureSite { Function = nestedFunction };
        int dst = builder.Closure(site, TypeRef.Unknown, lambda.Syntax.Span);
        site.Captured = [.. lowering.captured.Select(Variable)];
        return dst;
    }

    private int DelegateCreation(IDelegateCreationOperation creation) =>
        creation.Target is IMethodReferenceOperation method ? MethodGroup(method, TypeOf(creation)) : Value(creation.Target);

    private int MethodGroup(IMethodReferenceOperation method, TypeRef type)
    {
        if (method.Method.MethodKind == MethodKind.LocalFunction && FindLocal(method.Method) is { } local)
        {
            var closure = new ClosureSite { Function = local.function, Captured = [.. local.captured.Select(Variable)] };
            return builder.Closure(closure, type, method.Syntax.Span);
        }

        var site = new ClosureSite
        {
            Method = Member(method.Method, method.Instance, MemberKind.Method),
            Receiver = Receiver(method.Instance),
        };
        return builder.Closure(site, type, method.Syntax.Span);
    }

    private int EventAssignment(IEventAssignmentOperation assignment)
    {
        int handler = Value(assignment.HandlerValue);
        if (assignment.EventReference is IEventReferenceOperation reference)
            builder.Emit(
                Op.StoreField,
                assignment.Syntax.Span,
                a: Receiver(reference.Instance),
                b: handler,
                x: builder.Member(Member(reference.Event, reference.Instance, MemberKind.Field))
            );
        return -1;
    }

    private int DynamicInvocation(IDynamicInvocationOperation dynamic)
    {
        int[] arguments;
        if (dynamic.Operation is IDynamicMemberReferenceOperation member)
        {
            int receiver = Receiver(member.Instance);
            arguments = [.. dynamic.Arguments.Select(Value)];
            TypeRef type = (member.Instance?.Type ?? member.ContainingType) is { } known ? file.Symbols.Type(known) : TypeRef.Unknown;
            var site = new CallSite
            {
                Target = file.Symbols.Unresolved(member.MemberName, type, MemberKind.Method),
                Receiver = receiver,
                Arguments = arguments,
            };
            return builder.Call(site, TypeRef.Unknown, dynamic.Syntax.Span);
        }

        int target = Value(dynamic.Operation);
        arguments = [.. dynamic.Arguments.Select(Value)];
        return builder.Call(
            new CallSite
            {
                Target = file.Symbols.Unresolved("Invoke", TypeRef.Unknown, MemberKind.Method),
                Receiver = target,
                Arguments = arguments,
            },
            TypeRef.Unknown,
            dynamic.Syntax.Span
        );
    }

    /// <summary>Code that does not bind (a missing package, a typing error): names and shapes still say what is called.</summary>
    private int Invalid(IInvalidOperation invalid)
    {
        TextSpan span = invalid.Syntax.Span;
        switch (invalid.Syntax)
        {
            case InvocationExpressionSyntax call:
                return InvalidCall(invalid, call, span);
            case BaseObjectCreationExpressionSyntax creation:
                return InvalidCreation(invalid, creation, span);
            case MemberAccessExpressionSyntax access:
            {
                int receiver = Value(Within(invalid.ChildOperations, access.Expression));
                return builder.LoadField(
                    receiver,
                    file.Symbols.Unresolved(access.Name.Identifier.ValueText, ReceiverType(access.Expression, receiver), MemberKind.Field),
                    span
                );
            }

            case MemberBindingExpressionSyntax binding:
            {
                int receiver = Children(invalid);
                return builder.LoadField(
                    receiver,
                    file.Symbols.Unresolved(binding.Name.Identifier.ValueText, builder.TypeOf(receiver), MemberKind.Field),
                    span
                );
            }

            case IdentifierNameSyntax name:
                return builder.LoadField(-1, file.Symbols.Unresolved(name.Identifier.ValueText, TypeRef.Unknown, MemberKind.Field), span);
            case ElementAccessExpressionSyntax element:
            {
                int receiver = Value(Within(invalid.ChildOperations, element.Expression));
                int index =
                    element.ArgumentList.Arguments.Count > 0
                        ? Value(Within(invalid.ChildOperations, element.ArgumentList.Arguments[0].Expression))
                        : -1;
                return LoadElement(receiver, index, TypeRef.Unknown, span);
            }

            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both:
                return Compare(
                    both.IsKind(SyntaxKind.LogicalAndExpression) ? BinaryOp.And : BinaryOp.Or,
                    Value(Within(invalid.ChildOperations, both.Left)),
                    Value(Within(invalid.ChildOperations, both.Right)),
                    span
                );
            default:
                return Children(invalid);
        }
    }

    /// <summary>The type as resolved, or the name as written where it is one ("Guard" in `Guard.Against(…)`).</summary>
    private TypeRef ReceiverType(ExpressionSyntax receiver, int register)
    {
        if (register >= 0 && builder.TypeOf(register) is { Name: not "?" } type)
            return type;
        string? name = receiver switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            GenericNameSyntax generic => generic.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.ToString() is { Length: < 200 } text ? text : access.Name.Identifier.ValueText,
            _ => null,
        };
        return name is null ? TypeRef.Unknown : new TypeRef(name, ValueKind.Unknown, [], false, false);
    }

    private static IOperation? Within(IEnumerable<IOperation> children, SyntaxNode syntax)
    {
        foreach (IOperation child in children)
        {
            if (child.Syntax.Span == syntax.Span)
                return child;
        }

        foreach (IOperation child in children)
        {
            if (
                child is IInvalidOperation
                && child.Syntax.Span.Contains(syntax.Span)
                && Within(child.ChildOperations, syntax) is { } deeper
            )
                return deeper;
            if (syntax.Span.Contains(child.Syntax.Span))
                return child;
        }

        return null;
    }

    private int InvalidCall(IInvalidOperation invalid, InvocationExpressionSyntax call, TextSpan span)
    {
        string name;
        int receiver = -1;
        TypeRef type = TypeRef.Unknown;
        switch (call.Expression)
        {
            case MemberAccessExpressionSyntax access:
                name = access.Name.Identifier.ValueText;
                receiver = Value(Within(invalid.ChildOperations, access.Expression));
                type = ReceiverType(access.Expression, receiver);
                break;
            case MemberBindingExpressionSyntax binding:
                name = binding.Name.Identifier.ValueText;
                receiver = Value(invalid.ChildOperations.FirstOrDefault(c => !call.ArgumentList.Span.Contains(c.Syntax.Span)));
                type = builder.TypeOf(receiver);
                break;
            case SimpleNameSyntax simple:
                name = simple.Identifier.ValueText;
                break;
            default:
                return Children(invalid);
        }

        if (file.Meant(call, call.ArgumentList) is { } method)
        {
            IOperation? instance = call.Expression is MemberAccessExpressionSyntax on
                ? Within(invalid.ChildOperations, on.Expression)
                : null;
            return MeantCall(invalid, call, method, instance, receiver);
        }

        int[] arguments = InvalidArguments(invalid, call.ArgumentList);
        var site = new CallSite
        {
            Target = file.Symbols.Unresolved(name, type, MemberKind.Method),
            Receiver = receiver,
            Arguments = arguments,
            ByRef = WrittenByRef(call.ArgumentList),
        };
        return builder.Call(site, TypeOf(invalid), span);
    }

    /// <summary>A call of which everything is known but the type of some argument.</summary>
    private int MeantCall(
        IInvalidOperation invalid,
        InvocationExpressionSyntax call,
        IMethodSymbol method,
        IOperation? instance,
        int receiver
    )
    {
        IMethodSymbol target = method.ReducedFrom ?? method;
        int[] arguments = MeantArguments(invalid, call.ArgumentList, method);
        if (method.ReducedFrom is not null)
            arguments = [receiver, .. arguments];
        else if (receiver < 0 && !method.IsStatic && call.Expression is SimpleNameSyntax)
            receiver = Variable(null);
        var site = new CallSite
        {
            Target = Member(target, target.IsStatic ? null : instance, MemberKind.Method),
            Receiver = target.IsStatic ? -1 : receiver,
            Arguments = arguments,
            ByRef = ByRef(target),
        };
        return builder.Call(site, file.Symbols.Type(method.ReturnType), call.Span);
    }

    private int[] MeantArguments(IInvalidOperation invalid, BaseArgumentListSyntax? list, IMethodSymbol method)
    {
        int[] registers = new int[method.Parameters.Length];
        Array.Fill(registers, -1);
        for (int i = 0; list is not null && i < list.Arguments.Count; i++)
        {
            if (Candidates.ParameterOf(method, list.Arguments[i], i) is { } parameter)
                registers[parameter.Ordinal] = Value(Within(invalid.ChildOperations, list.Arguments[i].Expression));
        }

        return registers;
    }

    private static ulong WrittenByRef(ArgumentListSyntax list)
    {
        ulong bits = 0;
        for (int i = 0; i < list.Arguments.Count && i < 64; i++)
        {
            if (!list.Arguments[i].RefKindKeyword.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.None))
                bits |= 1UL << i;
        }

        return bits;
    }

    private int[] InvalidArguments(IInvalidOperation invalid, BaseArgumentListSyntax? list)
    {
        if (list is null)
            return [];
        int[] registers = new int[list.Arguments.Count];
        for (int i = 0; i < registers.Length; i++)
            registers[i] = Value(Within(invalid.ChildOperations, list.Arguments[i].Expression));
        return registers;
    }

    private int InvalidCreation(IInvalidOperation invalid, BaseObjectCreationExpressionSyntax creation, TextSpan span)
    {
        TypeRef type = TypeOf(invalid);
        if (type.Name is "?" or "" && creation is ObjectCreationExpressionSyntax { Type: { } written })
            type = new TypeRef(written.ToString(), ValueKind.Unknown, [], false, false);
        CallSite site = file.Meant(creation, creation.ArgumentList) is { } constructor
            ? new CallSite
            {
                Target = file.Symbols.Member(constructor, null, MemberKind.Constructor),
                Arguments = MeantArguments(invalid, creation.ArgumentList, constructor),
            }
            : new CallSite
            {
                Target = file.Symbols.Unresolved(type.Name, type, MemberKind.Constructor, type),
                Arguments = InvalidArguments(invalid, creation.ArgumentList),
            };
        int dst = builder.Call(site, type, span);
        if (creation.Initializer is { } initializer)
        {
            foreach (ExpressionSyntax expression in initializer.Expressions)
            {
                if (
                    expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } assignment
                    && Within(invalid.ChildOperations, assignment.Right) is { } value
                )
                    builder.Emit(
                        Op.StoreField,
                        assignment.Span,
                        a: dst,
                        b: Value(value),
                        x: builder.Member(file.Symbols.Unresolved(left.Identifier.ValueText, type, MemberKind.Field))
                    );
            }
        }

        return dst;
    }

    private void AssignInvalid(IInvalidOperation invalid, int value, TextSpan span)
    {
        switch (invalid.Syntax)
        {
            case MemberAccessExpressionSyntax access:
                int receiver = Value(Within(invalid.ChildOperations, access.Expression));
                builder.Emit(
                    Op.StoreField,
                    span,
                    a: receiver,
                    b: value,
                    x: builder.Member(
                        file.Symbols.Unresolved(
                            access.Name.Identifier.ValueText,
                            ReceiverType(access.Expression, receiver),
                            MemberKind.Field
                        )
                    )
                );
                break;
            case IdentifierNameSyntax name:
                int owner = invalid.ChildOperations.FirstOrDefault() is { } child ? Value(child) : -1;
                builder.Emit(
                    Op.StoreField,
                    span,
                    a: owner,
                    b: value,
                    x: builder.Member(file.Symbols.Unresolved(name.Identifier.ValueText, builder.TypeOf(owner), MemberKind.Field))
                );
                break;
            case ElementAccessExpressionSyntax element:
                int array = Value(Within(invalid.ChildOperations, element.Expression));
                int index =
                    element.ArgumentList.Arguments.Count > 0
                        ? Value(Within(invalid.ChildOperations, element.ArgumentList.Arguments[0].Expression))
                        : -1;
                builder.Emit(Op.StoreElement, span, a: array, b: index, c: value);
                break;
            default:
                break;
        }
    }

    private int IsPattern(IIsPatternOperation pattern)
    {
        int value = Value(pattern.Value);
        return Pattern(pattern.Pattern, value, pattern.Syntax.Span);
    }

    /// <summary>A bool register; names bound by the pattern are assigned.</summary>
    private int Pattern(IPatternOperation pattern, int value, TextSpan span)
    {
        if (Constants(pattern) is { } constants)
        {
            int dst = builder.NewRegister(Bool);
            builder.Emit(Op.IsOneOf, span, dst, value, x: builder.ConstantIndex(constants));
            return dst;
        }

        switch (pattern)
        {
            case INegatedPatternOperation negated:
            {
                int inner = Pattern(negated.Pattern, value, span);
                int dst = builder.NewRegister(Bool);
                builder.Emit(Op.Not, span, dst, inner);
                return dst;
            }

            case IBinaryPatternOperation binary:
            {
                int left = Pattern(binary.LeftPattern, value, span);
                int right = Pattern(binary.RightPattern, value, span);
                return Compare(binary.OperatorKind == BinaryOperatorKind.Or ? BinaryOp.Or : BinaryOp.And, left, right, span);
            }

            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                builder.Emit(Op.Move, span, Variable(symbol), value);
                break;
            case IRecursivePatternOperation recursive:
                Recursive(recursive, value, span);
                break;
            case IRelationalPatternOperation relational:
                return Compare(Operator(relational.OperatorKind), value, Value(relational.Value), span);
            case IListPatternOperation list:
                foreach (IPatternOperation element in list.Patterns)
                    Pattern(
                        element is ISlicePatternOperation { Pattern: { } slice } ? slice : element,
                        LoadElement(value, -1, file.Symbols.Type(element.NarrowedType), span),
                        span
                    );
                break;
            default:
                break;
        }

        return builder.NewRegister(Bool);
    }

    private void Recursive(IRecursivePatternOperation recursive, int value, TextSpan span)
    {
        if (recursive.DeclaredSymbol is { } symbol)
            builder.Emit(Op.Move, span, Variable(symbol), value);
        foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
        {
            if (property.Member is IMemberReferenceOperation member)
            {
                MemberRef reference = file.Symbols.Member(member.Member, null, MemberKind.Field);
                Pattern(property.Pattern, builder.LoadField(value, reference, property.Syntax.Span), property.Syntax.Span);
            }
        }

        IPropertySymbol[]? positional = Positional(recursive.MatchedType, recursive.DeconstructionSubpatterns.Length);
        for (int i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
        {
            int item = builder.NewRegister(file.Symbols.Type(recursive.DeconstructionSubpatterns[i].NarrowedType));
            MemberRef member = positional is null ? TupleItem(i) : file.Symbols.Member(positional[i], null, MemberKind.Field);
            builder.Emit(Op.LoadField, span, item, value, x: builder.Member(member));
            Pattern(recursive.DeconstructionSubpatterns[i], item, span);
        }
    }

    /// <summary>All values of a pattern that is a choice of constants; null otherwise.</summary>
    private static object?[]? Constants(IPatternOperation pattern)
    {
        var values = new List<object?>();
        var open = new Stack<IPatternOperation>();
        open.Push(pattern);
        while (open.TryPop(out IPatternOperation? p))
        {
            switch (p)
            {
                case IConstantPatternOperation { Value.ConstantValue: { HasValue: true } constant }:
                    values.Add(constant.Value);
                    break;
                case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                    open.Push(or.RightPattern);
                    open.Push(or.LeftPattern);
                    break;
                default:
                    return null;
            }
        }

        return [.. values];
    }
}
