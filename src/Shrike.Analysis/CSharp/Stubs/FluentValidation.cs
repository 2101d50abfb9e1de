// namespaces: FluentValidation, FluentValidation.Results
// world: both
// FluentValidation; signatures only.
using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;
using FluentValidation.Results;

namespace FluentValidation
{
    public interface IValidator<in T>
    {
        ValidationResult Validate(T instance);
        Task<ValidationResult> ValidateAsync(T instance, CancellationToken cancellation = default);
    }

    public abstract class AbstractValidator<T> : IValidator<T>
    {
        public IRuleBuilderInitial<T, TProperty> RuleFor<TProperty>(Expression<Func<T, TProperty>> expression) => throw null!;

        public IRuleBuilderInitial<T, TElement> RuleForEach<TElement>(Expression<Func<T, IEnumerable<TElement>>> expression) => throw null!;

        public void When(Func<T, bool> predicate, Action action) => throw null!;

        public ValidationResult Validate(T instance) => throw null!;

        public virtual Task<ValidationResult> ValidateAsync(T instance, CancellationToken cancellation = default) => throw null!;
    }

    public interface IRuleBuilder<T, out TProperty> { }

    public interface IRuleBuilderInitial<T, out TProperty> : IRuleBuilder<T, TProperty> { }

    public interface IRuleBuilderOptions<T, out TProperty> : IRuleBuilder<T, TProperty> { }

    public class ValidationException : Exception
    {
        public ValidationException(string message) { }

        public ValidationException(IEnumerable<ValidationFailure> errors) { }

        public IEnumerable<ValidationFailure> Errors => throw null!;
    }

    public static class DefaultValidatorExtensions
    {
        public static IRuleBuilderOptions<T, TProperty> NotNull<T, TProperty>(this IRuleBuilder<T, TProperty> ruleBuilder) => throw null!;

        public static IRuleBuilderOptions<T, TProperty> NotEmpty<T, TProperty>(this IRuleBuilder<T, TProperty> ruleBuilder) => throw null!;

        public static IRuleBuilderOptions<T, string> Length<T>(this IRuleBuilder<T, string> ruleBuilder, int min, int max) => throw null!;

        public static IRuleBuilderOptions<T, string> MaximumLength<T>(this IRuleBuilder<T, string> ruleBuilder, int maximumLength) =>
            throw null!;

        public static IRuleBuilderOptions<T, string> MinimumLength<T>(this IRuleBuilder<T, string> ruleBuilder, int minimumLength) =>
            throw null!;

        public static IRuleBuilderOptions<T, string> Matches<T>(this IRuleBuilder<T, string> ruleBuilder, string expression) => throw null!;

        public static IRuleBuilderOptions<T, string> EmailAddress<T>(this IRuleBuilder<T, string> ruleBuilder) => throw null!;

        public static IRuleBuilderOptions<T, TProperty> Must<T, TProperty>(
            this IRuleBuilder<T, TProperty> ruleBuilder,
            Func<TProperty, bool> predicate
        ) => throw null!;

        public static IRuleBuilderOptions<T, TProperty> WithMessage<T, TProperty>(
            this IRuleBuilderOptions<T, TProperty> rule,
            string errorMessage
        ) => throw null!;

        public static IRuleBuilderOptions<T, TProperty> InclusiveBetween<T, TProperty>(
            this IRuleBuilder<T, TProperty> ruleBuilder,
            TProperty from,
            TProperty to
        )
            where TProperty : IComparable<TProperty>, IComparable => throw null!;

        public static IRuleBuilderOptions<T, TProperty> GreaterThan<T, TProperty>(
            this IRuleBuilder<T, TProperty> ruleBuilder,
            TProperty valueToCompare
        )
            where TProperty : IComparable<TProperty>, IComparable => throw null!;

        public static void ValidateAndThrow<T>(this IValidator<T> validator, T instance) => throw null!;

        public static Task ValidateAndThrowAsync<T>(
            this IValidator<T> validator,
            T instance,
            CancellationToken cancellationToken = default
        ) => throw null!;
    }
}

namespace FluentValidation.Results
{
    public class ValidationResult
    {
        public virtual bool IsValid => throw null!;
        public List<ValidationFailure> Errors { get; set; }

        public IDictionary<string, string[]> ToDictionary() => throw null!;
    }

    public class ValidationFailure
    {
        public ValidationFailure(string propertyName, string errorMessage) { }

        public string PropertyName { get; set; }
        public string ErrorMessage { get; set; }
    }
}
