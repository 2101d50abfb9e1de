// namespaces: Ardalis.GuardClauses, Ardalis.Result, Ardalis.Specification, Ardalis.ApiEndpoints
// world: modern
// Small libraries of the clean-architecture style; signatures only.
using System;
using System.Collections.Generic;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

namespace Ardalis.GuardClauses
{
    public interface IGuardClause { }

    public class Guard : IGuardClause
    {
        public static IGuardClause Against => throw null!;
    }

    public static class GuardClauseExtensions
    {
        public static T Null<T>(this IGuardClause guardClause, T input, string parameterName = null, string message = null) => throw null!;

        public static string NullOrEmpty(this IGuardClause guardClause, string input, string parameterName = null, string message = null) =>
            throw null!;

        public static string NullOrWhiteSpace(
            this IGuardClause guardClause,
            string input,
            string parameterName = null,
            string message = null
        ) => throw null!;

        public static int Negative(this IGuardClause guardClause, int input, string parameterName = null, string message = null) =>
            throw null!;

        public static int NegativeOrZero(this IGuardClause guardClause, int input, string parameterName = null, string message = null) =>
            throw null!;

        public static decimal NegativeOrZero(
            this IGuardClause guardClause,
            decimal input,
            string parameterName = null,
            string message = null
        ) => throw null!;

        public static T OutOfRange<T>(
            this IGuardClause guardClause,
            T input,
            string parameterName,
            T rangeFrom,
            T rangeTo,
            string message = null
        )
            where T : IComparable, IComparable<T> => throw null!;

        public static string InvalidFormat(
            this IGuardClause guardClause,
            string input,
            string parameterName,
            string regexPattern,
            string message = null
        ) => throw null!;

        public static T NotFound<T>(this IGuardClause guardClause, string key, T input, string parameterName = null) => throw null!;
    }
}

namespace Ardalis.Result
{
    public class Result<T>
    {
        public T Value => throw null!;
        public bool IsSuccess => throw null!;
        public IEnumerable<string> Errors => throw null!;

        public static Result<T> Success(T value) => throw null!;

        public static Result<T> Error(params string[] errorMessages) => throw null!;

        public static Result<T> NotFound() => throw null!;

        public static Result<T> Forbidden() => throw null!;

        public static implicit operator Result<T>(T value) => throw null!;

        public static implicit operator T(Result<T> result) => throw null!;
    }

    public class Result : Result<Result>
    {
        public static Result Success() => throw null!;

        public static Result<T> Success<T>(T value) => throw null!;

        public static new Result Error(params string[] errorMessages) => throw null!;

        public static new Result NotFound() => throw null!;

        public static new Result Forbidden() => throw null!;
    }
}

namespace Ardalis.Specification
{
    public interface ISpecification<T> { }

    public interface ISingleResultSpecification<T> : ISpecification<T> { }

    public interface ISpecificationBuilder<T> { }

    public abstract class Specification<T> : ISpecification<T>
    {
        public virtual ISpecificationBuilder<T> Query => throw null!;
    }

    public static class SpecificationBuilderExtensions
    {
        public static ISpecificationBuilder<T> Where<T>(
            this ISpecificationBuilder<T> specificationBuilder,
            Expression<Func<T, bool>> criteria
        ) => throw null!;

        public static ISpecificationBuilder<T> Include<T, TProperty>(
            this ISpecificationBuilder<T> specificationBuilder,
            Expression<Func<T, TProperty>> includeExpression
        )
            where T : class => throw null!;

        public static ISpecificationBuilder<T> OrderBy<T>(
            this ISpecificationBuilder<T> specificationBuilder,
            Expression<Func<T, object>> orderExpression
        ) => throw null!;

        public static ISpecificationBuilder<T> Skip<T>(this ISpecificationBuilder<T> specificationBuilder, int skip) => throw null!;

        public static ISpecificationBuilder<T> Take<T>(this ISpecificationBuilder<T> specificationBuilder, int take) => throw null!;
    }

    public interface IReadRepositoryBase<T>
        where T : class
    {
        Task<T> GetByIdAsync<TId>(TId id, CancellationToken cancellationToken = default)
            where TId : notnull;
        Task<T> FirstOrDefaultAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);
        Task<T> SingleOrDefaultAsync(ISingleResultSpecification<T> specification, CancellationToken cancellationToken = default);
        Task<List<T>> ListAsync(CancellationToken cancellationToken = default);
        Task<List<T>> ListAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);
        Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);
        Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken = default);
    }

    public interface IRepositoryBase<T> : IReadRepositoryBase<T>
        where T : class
    {
        Task<T> AddAsync(T entity, CancellationToken cancellationToken = default);
        Task<int> UpdateAsync(T entity, CancellationToken cancellationToken = default);
        Task<int> DeleteAsync(T entity, CancellationToken cancellationToken = default);
        Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
    }
}

namespace Ardalis.ApiEndpoints
{
    [ApiController]
    public abstract class EndpointBase : ControllerBase { }

    public static class EndpointBaseAsync
    {
        public static class WithRequest<TRequest>
        {
            public abstract class WithResult<TResponse> : EndpointBase
            {
                public abstract Task<TResponse> HandleAsync(TRequest request, CancellationToken cancellationToken = default);
            }

            public abstract class WithActionResult<TResponse> : EndpointBase
            {
                public abstract Task<ActionResult<TResponse>> HandleAsync(TRequest request, CancellationToken cancellationToken = default);
            }

            public abstract class WithActionResult : EndpointBase
            {
                public abstract Task<ActionResult> HandleAsync(TRequest request, CancellationToken cancellationToken = default);
            }
        }

        public static class WithoutRequest
        {
            public abstract class WithResult<TResponse> : EndpointBase
            {
                public abstract Task<TResponse> HandleAsync(CancellationToken cancellationToken = default);
            }

            public abstract class WithActionResult<TResponse> : EndpointBase
            {
                public abstract Task<ActionResult<TResponse>> HandleAsync(CancellationToken cancellationToken = default);
            }

            public abstract class WithActionResult : EndpointBase
            {
                public abstract Task<ActionResult> HandleAsync(CancellationToken cancellationToken = default);
            }
        }
    }
}
