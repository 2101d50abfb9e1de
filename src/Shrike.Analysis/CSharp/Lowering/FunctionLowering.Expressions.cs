using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Shrike.Analysis.Ir;

namespace Shrike.Analysis.CSharp.Lowering;

internal sealed partial class FunctionLowering
{
    private static readonly TypeRef Bool = new("System.Boolean", ValueKind.Bool, [], false, true);
    private static readonly TypeRef Text = new("System.String", ValueKind.Text, [], false, true);

    private TypeRef TypeOf(IOperation operation) => file.Symbols.Type(operation.Type);

    private void Statement(IOperation operation)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                Value(statement.Operation);
                break;
            case IReturnOperation { ReturnedValue: { } returned }: // yield return
                builder.Emit(Op.Return, operation.Syntax.Span, a: Value(returned));
                break;
            default:
                Value(operation);
                break;
        }
    }

    /// <summary>Evaluates an operation; the register that holds its value, or -1.</summary>
    private int Value(IOperation? operation)
    {
        if (operation is null)
            return -1;
        file.CheckDepth();
        TextSpan span = operation.Syntax.Span;
        if (operation.ConstantValue is { HasValue: true } constant)
            return builder.Constant(constant.Value, TypeOf(operation), span);
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return Variable(local.Local);
            case IParameterReferenceOperation parameter:
                return Parameter(parameter);
            case IInstanceReferenceOperation:
                return Variable(null);
            case IFieldReferenceOperation field:
                return builder.LoadField(Receiver(field.Instance), Member(field.Field, field.Instance, MemberKind.Field), span);
            case IPropertyReferenceOperation property:
                return LoadProperty(property);
            case IEventReferenceOperation e:
                return builder.LoadField(Receiver(e.Instance), Member(e.Event, e.Instance, MemberKind.Field), span);
            case IArrayElementReferenceOperation element:
                return LoadElement(element);
            case IImplicitIndexerReferenceOperation indexer:
                return LoadElement(Value(indexer.Instance), Value(indexer.Argument), TypeOf(operation), span);
            case IFlowCaptureReferenceOperation reference:
                return Captured(reference);
            case IFlowCaptureOperation capture:
                return FlowCapture(capture);
            case IInvocationOperation invocation:
                return Invocation(invocation);
            case IObjectCreationOperation creation:
                return Creation(creation);
            case IFlowAnonymousFunctionOperation lambda:
                return Lambda(lambda);
            case IDelegateCreationOperation creation:
                return DelegateCreation(creation);
            case IMethodReferenceOperation method:
                return MethodGroup(method, TypeRef.Unknown);
            case IConversionOperation conversion:
                return Conversion(conversion);
            case IBinaryOperation binary:
                return Binary(binary);
            case IUnaryOperation unary:
                return Unary(unary);
            case IIncrementOrDecrementOperation increment:
                return Increment(increment);
            case ISimpleAssignmentOperation { IsRef: true, Target: ILocalReferenceOperation alias, Value: ILocalReferenceOperation named }
                when !variables.ContainsKey(alias.Local):
                // Another name of the same variable.
                return variables[alias.Local] = Variable(named.Local);
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment.Target, Value(assignment.Value), span);
            case ICompoundAssignmentOperation compound:
                return CompoundAssign(compound);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction);
            case ITupleOperation tuple:
                return Tuple(tuple);
            case IInterpolatedStringOperation interpolated:
                return Interpolated(interpolated);
            case IIsNullOperation isNull:
                return Compare(BinaryOp.Equal, Value(isNull.Operand), builder.Constant(null, TypeRef.Unknown, span), span);
            case IIsPatternOperation pattern:
                return IsPattern(pattern);
            case IAwaitOperation await:
                return Copy(Value(await.Operation), TypeOf(operation), span);
            case IArrayCreationOperation array:
                return ArrayCreation(array);
            case ICollectionExpressionOperation collection:
                return Collection(collection);
            case IAnonymousObjectCreationOperation anonymous:
                return Anonymous(anonymous);
            case ICaughtExceptionOperation:
                return function.Exception;
            case ITranslatedQueryOperation query:
                return Value(query.Operation);
            case IParenthesizedOperation parenthesized:
                return Value(parenthesized.Operand);
            case IWithOperation with:
                return Copy(Value(with.Operand), TypeOf(operation), span);
            case ITypeOfOperation typeOf:
                return builder.Constant("typeof:" + Symbols.QualifiedName(typeOf.TypeOperand), TypeOf(operation), span);
            case IDefaultValueOperation:
                return builder.Constant(null, TypeOf(operation), span);
            case IEventAssignmentOperation assignment:
                return EventAssignment(assignment);
            case IDynamicInvocationOperation dynamic:
                return DynamicInvocation(dynamic);
            case IDynamicMemberReferenceOperation member:
                return builder.LoadField(
                    Receiver(member.Instance),
                    file.Symbols.Unresolved(member.MemberName, TypeRef.Unknown, MemberKind.Field),
                    span
                );
            case IDynamicIndexerAccessOperation indexer:
                return LoadElement(
                    Value(indexer.Operation),
                    indexer.Arguments.Length > 0 ? Value(indexer.Arguments[0]) : -1,
                    TypeOf(operation),
                    span
                );
            case IInvalidOperation invalid:
                return Invalid(invalid);
            case IDiscardOperation or IFlowAnonymousFunctionOperation:
                return -1;
            case IArgumentOperation argument:
                return Value(argument.Value);
            case IDeclarationExpressionOperation declaration:
                return Value(declaration.Expression);
            case IReDimOperation:
                return -1;
            default:
                return Children(operation);
        }
    }

    /// <summary>An operation without a meaning of its own here: its result holds what its parts hold.</summary>
    private int Children(IOperation operation)
    {
        int result = -1;
        foreach (IOperation child in operation.ChildOperations)
        {
            int value = Value(child);
            if (value < 0)
                continue;
            if (result < 0)
            {
                result = value;
            }
            else
            {
                int joined = builder.NewRegister(TypeOf(operation));
                builder.Emit(Op.Binary, operation.Syntax.Span, joined, result, value, x: (int)BinaryOp.Other);
                result = joined;
            }
        }

        return result;
    }

    private int Copy(int value, TypeRef type, TextSpan span)
    {
        if (value < 0)
            return -1;
        int dst = builder.NewRegister(type);
        builder.Emit(Op.Move, span, dst, value);
        return dst;
    }

    private MemberRef Member(ISymbol symbol, IOperation? instance, MemberKind kind)
    {
        ITypeSymbol? receiver = instance?.Type;
        if (instance is IConversionOperation { IsImplicit: true, Operand.Type: { } inner })
            receiver = inner;
        return file.Symbols.Member(symbol, receiver, kind);
    }

    private int Receiver(IOperation? instance) => instance is null ? -1 : Value(instance);

    private int Parameter(IParameterReferenceOperation reference)
    {
        IParameterSymbol parameter = reference.Parameter;
        if (variables.TryGetValue(parameter, out int register))
            return register;
        if (IsPrimaryConstructorParameter(parameter))
            return builder.LoadField(Variable(null), file.PrimaryField(parameter), reference.Syntax.Span);
        return Variable(parameter);
    }

    /// <summary>A primary constructor's parameter, used in a member, is a field of the instance.</summary>
    private bool IsPrimaryConstructorParameter(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax;

    private int LoadProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        TextSpan span = reference.Syntax.Span;
        if (GeneratedRegex(property, property.Type, span) is >= 0 and var regex)
            return regex;
        if (file.Symbols.IsAuto(property))
            return builder.LoadField(Receiver(reference.Instance), Member(property, reference.Instance, MemberKind.Field), span);
        int receiver = Receiver(reference.Instance);
        var site = new CallSite
        {
            Target = Member(property, reference.Instance, MemberKind.Getter),
            Receiver = receiver,
            Arguments = Arguments(reference.Arguments, property.Parameters.Length),
        };
        return builder.Call(site, file.Symbols.Type(property.Type), span);
    }

    private int LoadElement(IArrayElementReferenceOperation element)
    {
        int array = Value(element.ArrayReference);
        int index = element.Indices.Length == 1 ? Value(element.Indices[0]) : -1;
        return LoadElement(array, index, TypeOf(element), element.Syntax.Span);
    }

    private int LoadElement(int array, int index, TypeRef type, TextSpan span)
    {
        int dst = builder.NewRegister(type);
        builder.Emit(Op.LoadElement, span, dst, array, index);
        return dst;
    }

    private int Captured(IFlowCaptureReferenceOperation reference)
    {
        if (flowCaptures.TryGetValue(reference.Id, out int register))
            return register;
        register = builder.NewRegister(TypeOf(reference));
        flowCaptures.Add(reference.Id, register);
        return register;
    }

    private int FlowCapture(IFlowCaptureOperation capture)
    {
        if (
            capture.Value
            is IFieldReferenceOperation
                or IPropertyReferenceOperation
                or IArrayElementReferenceOperation
                or ILocalReferenceOperation
                or IParameterReferenceOperation
        )
            flowTargets[capture.Id] = capture.Value;
        int value = Value(capture.Value);
        if (!flowCaptures.TryGetValue(capture.Id, out int register))
        {
            register = builder.NewRegister(TypeOf(capture.Value));
            flowCaptures.Add(capture.Id, register);
        }

        if (value >= 0)
            builder.Emit(Op.Move, capture.Syntax.Span, register, value);
        return register;
    }

    private int Conversion(IConversionOperation conversion)
    {
        int value = Value(conversion.Operand);
        if (conversion.OperatorMethod is { } method && value >= 0)
        {
            var site = new CallSite { Target = file.Symbols.Member(method, null, MemberKind.Method), Arguments = [value] };
            return builder.Call(site, TypeOf(conversion), conversion.Syntax.Span);
        }

        TypeRef target = TypeOf(conversion);
        // An up-cast keeps what is known of the value's own type; anything that changes its kind is a new value.
        bool keeps =
            value >= 0
            && (target.Kind == builder.TypeOf(value).Kind || target.Kind is ValueKind.Object or ValueKind.Unknown)
            && conversion.IsImplicit;
        return keeps ? value : Copy(value, target, conversion.Syntax.Span);
    }

    private int Binary(IBinaryOperation binary)
    {
        // A chain of a thousand concatenations is a thousand levels deep on the left: walk it without recursion.
        var chain = new Stack<IBinaryOperation>();
        IOperation left = binary;
        while (left is IBinaryOperation { ConstantValue.HasValue: false } deeper)
        {
            chain.Push(deeper);
            left = deeper.LeftOperand;
        }

        int value = Value(left);
        while (chain.TryPop(out IBinaryOperation? operation))
        {
            int right = Value(operation.RightOperand);
            if (
                operation.OperatorMethod is { } method
                && method.ContainingType?.SpecialType != SpecialType.System_String
                && file.IsSource(method)
            )
            {
                value = builder.Call(
                    new CallSite { Target = file.Symbols.Member(method, null, MemberKind.Method), Arguments = [value, right] },
                    TypeOf(operation),
                    operation.Syntax.Span
                );
                continue;
            }

            int dst = builder.NewRegister(TypeOf(operation));
            builder.Emit(Op.Binary, operation.Syntax.Span, dst, value, right, x: (int)Operator(operation.OperatorKind));
            value = dst;
        }

        return value;
    }

    private static BinaryOp Operator(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.Add => BinaryOp.Add,
            BinaryOperatorKind.Subtract => BinaryOp.Subtract,
            BinaryOperatorKind.Multiply => BinaryOp.Multiply,
            BinaryOperatorKind.Divide => BinaryOp.Divide,
            BinaryOperatorKind.Remainder => BinaryOp.Remainder,
            BinaryOperatorKind.Equals => BinaryOp.Equal,
            BinaryOperatorKind.NotEquals => BinaryOp.NotEqual,
            BinaryOperatorKind.LessThan => BinaryOp.Less,
            BinaryOperatorKind.LessThanOrEqual => BinaryOp.LessOrEqual,
            BinaryOperatorKind.GreaterThan => BinaryOp.Greater,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOp.GreaterOrEqual,
            // Conditions come as branches, save where an operand has no type: there both sides are asked.
            BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => BinaryOp.And,
            BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => BinaryOp.Or,
            BinaryOperatorKind.ExclusiveOr => BinaryOp.Xor,
            _ => BinaryOp.Other,
        };

    private int Compare(BinaryOp op, int left, int right, TextSpan span)
    {
        int dst = builder.NewRegister(Bool);
        builder.Emit(Op.Binary, span, dst, left, right, x: (int)op);
        return dst;
    }

    private int Unary(IUnaryOperation unary)
    {
        int value = Value(unary.Operand);
        if (unary.OperatorKind == UnaryOperatorKind.Not)
        {
            int dst = builder.NewRegister(Bool);
            builder.Emit(Op.Not, unary.Syntax.Span, dst, value);
            return dst;
        }

        if (unary.OperatorKind == UnaryOperatorKind.Minus)
        {
            int zero = builder.Constant(0, TypeOf(unary), unary.Syntax.Span);
            int dst = builder.NewRegister(TypeOf(unary));
            builder.Emit(Op.Binary, unary.Syntax.Span, dst, zero, value, x: (int)BinaryOp.Subtract);
            return dst;
        }

        return Copy(value, TypeOf(unary), unary.Syntax.Span);
    }

    private int Increment(IIncrementOrDecrementOperation increment)
    {
        TextSpan span = increment.Syntax.Span;
        int old = Value(increment.Target);
        int one = builder.Constant(1, TypeOf(increment), span);
        int dst = builder.NewRegister(TypeOf(increment));
        BinaryOp op = increment.Kind == OperationKind.Increment ? BinaryOp.Add : BinaryOp.Subtract;
        builder.Emit(Op.Binary, span, dst, old, one, x: (int)op);
        int result = increment.IsPostfix ? Copy(old, TypeOf(increment), span) : dst;
        Assign(increment.Target, dst, span);
        return result;
    }

    private int CompoundAssign(ICompoundAssignmentOperation compound)
    {
        TextSpan span = compound.Syntax.Span;
        // Another handler is added to those that are there, or taken from them.
        if (compound.Type?.TypeKind == TypeKind.Delegate)
            return compound.OperatorKind == BinaryOperatorKind.Add ? Assign(compound.Target, Value(compound.Value), span) : -1;
        int old = Value(compound.Target);
        int value = Value(compound.Value);
        int dst = builder.NewRegister(TypeOf(compound));
        builder.Emit(Op.Binary, span, dst, old, value, x: (int)Operator(compound.OperatorKind));
        Assign(compound.Target, dst, span);
        return dst;
    }

    private int Assign(IOperation target, int value, TextSpan span)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                builder.Emit(Op.Move, span, Variable(local.Local), value);
                break;
            case IParameterReferenceOperation parameter
                when variables.ContainsKey(parameter.Parameter) || !IsPrimaryConstructorParameter(parameter.Parameter):
                builder.Emit(Op.Move, span, Variable(parameter.Parameter), value);
                break;
            case IParameterReferenceOperation parameter:
                builder.Emit(Op.StoreField, span, a: Variable(null), b: value, x: builder.Member(file.PrimaryField(parameter.Parameter)));
                break;
            case IFieldReferenceOperation field:
                builder.Emit(
                    Op.StoreField,
                    span,
                    a: Receiver(field.Instance),
                    b: value,
                    x: builder.Member(Member(field.Field, field.Instance, MemberKind.Field))
                );
                break;
            case IPropertyReferenceOperation property:
                StoreProperty(property, value, span);
                break;
            case IEventReferenceOperation e:
                builder.Emit(
                    Op.StoreField,
                    span,
                    a: Receiver(e.Instance),
                    b: value,
                    x: builder.Member(Member(e.Event, e.Instance, MemberKind.Field))
                );
                break;
            case IArrayElementReferenceOperation element:
                builder.Emit(
                    Op.StoreElement,
                    span,
                    a: Value(element.ArrayReference),
                    b: element.Indices.Length == 1 ? Value(element.Indices[0]) : -1,
                    c: value
                );
                break;
            case IFlowCaptureReferenceOperation reference:
                if (flowTargets.TryGetValue(reference.Id, out IOperation? captured))
                    Assign(captured, value, span);
                builder.Emit(Op.Move, span, Captured(reference), value);
                break;
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value, span);
            case ITupleOperation tuple:
                AssignTuple(tuple, value, span);
                break;
            case IDynamicMemberReferenceOperation member:
                builder.Emit(
                    Op.StoreField,
                    span,
                    a: Receiver(member.Instance),
                    b: value,
                    x: builder.Member(file.Symbols.Unresolved(member.MemberName, TypeRef.Unknown, MemberKind.Field))
                );
                break;
            case IDynamicIndexerAccessOperation indexer:
                builder.Emit(
                    Op.StoreElement,
                    span,
                    a: Value(indexer.Operation),
                    b: indexer.Arguments.Length > 0 ? Value(indexer.Arguments[0]) : -1,
                    c: value
                );
                break;
            case IConversionOperation conversion:
                return Assign(conversion.Operand, value, span);
            case IInvalidOperation invalid:
                AssignInvalid(invalid, value, span);
                break;
            default:
                break;
        }

        return value;
    }

    private void StoreProperty(IPropertyReferenceOperation reference, int value, TextSpan span)
    {
        IPropertySymbol property = reference.Property;
        if (file.Symbols.IsAuto(property))
        {
            builder.Emit(
                Op.StoreField,
                span,
                a: Receiver(reference.Instance),
                b: value,
                x: builder.Member(Member(property, reference.Instance, MemberKind.Field))
            );
            return;
        }

        int[] arguments = [.. Arguments(reference.Arguments, property.Parameters.Length), value];
        var site = new CallSite
        {
            Target = Member(property, reference.Instance, MemberKind.Setter),
            Receiver = Receiver(reference.Instance),
            Arguments = arguments,
        };
        builder.Call(site, new TypeRef("System.Void", ValueKind.Void, [], false, true), span);
    }

    private int Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        IOperation target = deconstruction.Target is IDeclarationExpressionOperation declaration
            ? declaration.Expression
            : deconstruction.Target;
        IOperation source = deconstruction.Value is IConversionOperation { IsImplicit: true } conversion
            ? conversion.Operand
            : deconstruction.Value;
        if (target is ITupleOperation targets && source is ITupleOperation values && targets.Elements.Length == values.Elements.Length)
        {
            int[] registers = [.. values.Elements.Select(Value)];
            for (int i = 0; i < registers.Length; i++)
                Assign(targets.Elements[i], registers[i], deconstruction.Syntax.Span);
            return -1;
        }

        int value = Value(source);
        if (target is ITupleOperation parts && Positional(source.Type, parts.Elements.Length) is { } properties)
        {
            for (int i = 0; i < properties.Length; i++)
                Assign(
                    parts.Elements[i],
                    builder.LoadField(value, file.Symbols.Member(properties[i], null, MemberKind.Field), deconstruction.Syntax.Span),
                    deconstruction.Syntax.Span
                );
            return -1;
        }

        return Assign(target, value, deconstruction.Syntax.Span);
    }

    /// <summary>The properties of a positional record, in order; null for other types.</summary>
    private static IPropertySymbol[]? Positional(ITypeSymbol? type, int count)
    {
        if (type is not INamedTypeSymbol { IsRecord: true } record)
            return null;
        foreach (IMethodSymbol method in record.GetMembers("Deconstruct").OfType<IMethodSymbol>())
        {
            if (!method.IsImplicitlyDeclared || method.Parameters.Length != count)
                continue;
            IPropertySymbol?[] found =
            [
                .. method.Parameters.Select(p => record.GetMembers(p.Name).OfType<IPropertySymbol>().FirstOrDefault()),
            ];
            return Array.IndexOf(found, null) < 0 ? [.. found.OfType<IPropertySymbol>()] : null;
        }

        return null;
    }

    private MemberRef TupleItem(int index) => file.Symbols.Unresolved($"Item{index + 1}", TupleType, MemberKind.Field);

    private static readonly TypeRef TupleType = new("(tuple)", ValueKind.Object, [], false, true);

    private void AssignTuple(ITupleOperation tuple, int value, TextSpan span)
    {
        for (int i = 0; i < tuple.Elements.Length; i++)
        {
            int item = builder.NewRegister(TypeOf(tuple.Elements[i]));
            builder.Emit(Op.LoadField, span, item, value, x: builder.Member(TupleItem(i)));
            Assign(tuple.Elements[i], item, span);
        }
    }

    private int Tuple(ITupleOperation tuple)
    {
        int dst = builder.NewRegister(TypeOf(tuple));
        for (int i = 0; i < tuple.Elements.Length; i++)
            builder.Emit(
                Op.StoreField,
                tuple.Elements[i].Syntax.Span,
                a: dst,
                b: Value(tuple.Elements[i]),
                x: builder.Member(TupleItem(i))
            );
        return dst;
    }

    private int Interpolated(IInterpolatedStringOperation interpolated)
    {
        var parts = new List<int>();
        foreach (IInterpolatedStringContentOperation part in interpolated.Parts)
        {
            switch (part)
            {
                case IInterpolationOperation hole:
                    parts.Add(Value(hole.Expression));
                    break;
                case IInterpolatedStringTextOperation { Text: { } text }:
                    parts.Add(Value(text));
                    break;
                default:
                    parts.Add(Children(part));
                    break;
            }
        }

        var site = new CallSite { Target = file.Interpolation, Arguments = [.. parts] };
        return builder.Call(site, interpolated.Type is null ? Text : TypeOf(interpolated), interpolated.Syntax.Span);
    }

    private int ArrayCreation(IArrayCreationOperation array)
    {
        TextSpan span = array.Syntax.Span;
        int dst;
        if (array.Initializer is null && array.DimensionSizes.Length > 0)
        {
            int[] sizes = [.. array.DimensionSizes.Select(Value)];
            var site = new CallSite { Target = file.ArrayAllocation, Arguments = sizes };
            return builder.Call(site, TypeOf(array), span);
        }

        dst = builder.NewRegister(TypeOf(array));
        builder.Emit(Op.Const, span, dst, x: builder.ConstantIndex(null));
        if (array.Initializer is { } initializer)
            Elements(dst, initializer.ElementValues, span);
        return dst;
    }

    private void Elements(int array, IEnumerable<IOperation> values, TextSpan span)
    {
        int index = 0;
        foreach (IOperation value in values)
        {
            int element = value is IArrayInitializerOperation nested
                ? Nested(nested)
                : Value(value is ISpreadOperation spread ? spread.Operand : value);
            int at = value is ISpreadOperation ? -1 : builder.Constant(index, TypeRef.Unknown, span);
            builder.Emit(Op.StoreElement, value.Syntax.Span, a: array, b: at, c: element);
            index++;
        }
    }

    private int Nested(IArrayInitializerOperation nested)
    {
        int dst = builder.NewRegister(TypeRef.Unknown);
        Elements(dst, nested.ElementValues, nested.Syntax.Span);
        return dst;
    }

    private int Collection(ICollectionExpressionOperation collection)
    {
        int dst = builder.NewRegister(TypeOf(collection));
        builder.Emit(Op.Const, collection.Syntax.Span, dst, x: builder.ConstantIndex(null));
        Elements(dst, collection.Elements, collection.Syntax.Span);
        return dst;
    }

    private int Anonymous(IAnonymousObjectCreationOperation anonymous)
    {
        int dst = builder.NewRegister(TypeOf(anonymous));
        foreach (IOperation initializer in anonymous.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
                builder.Emit(
                    Op.StoreField,
                    initializer.Syntax.Span,
                    a: dst,
                    b: Value(assignment.Value),
                    x: builder.Member(file.Symbols.Member(property.Property, null, MemberKind.Field))
                );
        }

        return dst;
    }
}
