// namespaces: NHibernate, NHibernate.Criterion, NHibernate.Linq, NHibernate.Cfg, NHibernate.Transform
// world: both
// NHibernate; signatures only.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;
using NHibernate.Criterion;

namespace NHibernate
{
    public interface ISessionFactory : IDisposable
    {
        ISession OpenSession();
        ISession GetCurrentSession();
        IStatelessSession OpenStatelessSession();
    }

    public interface ISession : IDisposable
    {
        DbConnection Connection { get; }
        ITransaction BeginTransaction();
        IQuery CreateQuery(string queryString);
        ISQLQuery CreateSQLQuery(string queryString);
        IQuery CreateFilter(object collection, string queryString);
        IQuery GetNamedQuery(string queryName);
        ICriteria CreateCriteria<T>()
            where T : class;
        ICriteria CreateCriteria(Type persistentClass);
        IQueryOver<T, T> QueryOver<T>()
            where T : class;
        IQueryable<T> Query<T>();
        T Get<T>(object id);
        object Get(Type clazz, object id);
        T Load<T>(object id);
        object Save(object obj);
        void SaveOrUpdate(object obj);
        void Update(object obj);
        void Delete(object obj);
        int Delete(string query);
        void Flush();
        Task<T> GetAsync<T>(object id, CancellationToken cancellationToken = default);
        Task<object> SaveAsync(object obj, CancellationToken cancellationToken = default);
        Task DeleteAsync(object obj, CancellationToken cancellationToken = default);
        Task FlushAsync(CancellationToken cancellationToken = default);
    }

    public interface IStatelessSession : IDisposable
    {
        IQuery CreateQuery(string queryString);
        ISQLQuery CreateSQLQuery(string queryString);
        T Get<T>(object id);
        object Insert(object entity);
        void Update(object entity);
        void Delete(object entity);
    }

    public interface ITransaction : IDisposable
    {
        void Commit();
        void Rollback();
        Task CommitAsync(CancellationToken cancellationToken = default);
    }

    public interface IQuery
    {
        string QueryString { get; }
        IQuery SetParameter(string name, object val);
        IQuery SetParameter<T>(string name, T val);
        IQuery SetParameter(int position, object val);
        IQuery SetParameterList(string name, IEnumerable vals);
        IQuery SetString(string name, string val);
        IQuery SetInt32(string name, int val);
        IQuery SetInt64(string name, long val);
        IQuery SetGuid(string name, Guid val);
        IQuery SetDateTime(string name, DateTime val);
        IQuery SetMaxResults(int maxResults);
        IQuery SetFirstResult(int firstResult);
        IQuery SetResultTransformer(Transform.IResultTransformer resultTransformer);
        IList List();
        IList<T> List<T>();
        object UniqueResult();
        T UniqueResult<T>();
        int ExecuteUpdate();
        IEnumerable<T> Enumerable<T>();
        Task<IList<T>> ListAsync<T>(CancellationToken cancellationToken = default);
        Task<T> UniqueResultAsync<T>(CancellationToken cancellationToken = default);
        Task<int> ExecuteUpdateAsync(CancellationToken cancellationToken = default);
    }

    public interface ISQLQuery : IQuery
    {
        ISQLQuery AddEntity(Type entityClass);
        ISQLQuery AddEntity(string alias, Type entityClass);
        ISQLQuery AddScalar(string columnAlias, object type);
    }

    public interface ICriteria
    {
        ICriteria Add(ICriterion expression);
        ICriteria AddOrder(Order order);
        ICriteria SetMaxResults(int maxResults);
        ICriteria SetFirstResult(int firstResult);
        IList List();
        IList<T> List<T>();
        T UniqueResult<T>();
        object UniqueResult();
    }

    public interface IQueryOver<TRoot>
    {
        IList<TRoot> List();
        TRoot SingleOrDefault();
        IQueryOver<TRoot> Take(int maxResults);
        IQueryOver<TRoot> Skip(int firstResult);
    }

    public interface IQueryOver<TRoot, TSubType> : IQueryOver<TRoot>
    {
        IQueryOver<TRoot, TSubType> Where(Expression<Func<TSubType, bool>> expression);
        IQueryOver<TRoot, TSubType> Where(ICriterion expression);
        IQueryOver<TRoot, TSubType> And(Expression<Func<TSubType, bool>> expression);
        IQueryOver<TRoot, TSubType> And(ICriterion expression);
    }
}

namespace NHibernate.Criterion
{
    public interface ICriterion { }

    public abstract class AbstractCriterion : ICriterion { }

    public class Order
    {
        public static Order Asc(string propertyName) => throw null!;

        public static Order Desc(string propertyName) => throw null!;
    }

    public class Restrictions
    {
        public static AbstractCriterion Eq(string propertyName, object value) => throw null!;

        public static AbstractCriterion Like(string propertyName, object value) => throw null!;

        public static AbstractCriterion IdEq(object value) => throw null!;

        public static AbstractCriterion In(string propertyName, object[] values) => throw null!;
    }

    public static class Expression
    {
        public static AbstractCriterion Sql(string sql) => throw null!;

        public static AbstractCriterion Eq(string propertyName, object value) => throw null!;
    }
}

namespace NHibernate.Transform
{
    public interface IResultTransformer { }

    public static class Transformers
    {
        public static IResultTransformer AliasToBean<T>() => throw null!;

        public static IResultTransformer AliasToBean(Type target) => throw null!;
    }
}

namespace NHibernate.Linq
{
    public static class LinqExtensionMethods
    {
        public static Task<List<TSource>> ToListAsync<TSource>(
            this IQueryable<TSource> source,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<TSource> FirstOrDefaultAsync<TSource>(
            this IQueryable<TSource> source,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<TSource> FirstOrDefaultAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<TSource> SingleOrDefaultAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate,
            CancellationToken cancellationToken = default
        ) => throw null!;
    }
}

namespace NHibernate.Cfg
{
    public class Configuration
    {
        public Configuration Configure() => throw null!;

        public Configuration Configure(string fileName) => throw null!;

        public Configuration AddAssembly(System.Reflection.Assembly assembly) => throw null!;

        public Configuration SetProperty(string name, string value) => throw null!;

        public ISessionFactory BuildSessionFactory() => throw null!;
    }
}
