// namespaces: Microsoft.EntityFrameworkCore, Microsoft.EntityFrameworkCore.Infrastructure, Microsoft.EntityFrameworkCore.ChangeTracking, Microsoft.EntityFrameworkCore.Metadata.Builders, Microsoft.EntityFrameworkCore.Query, Microsoft.EntityFrameworkCore.Storage, Microsoft.EntityFrameworkCore.Migrations, Microsoft.EntityFrameworkCore.Design
// world: modern
// Entity Framework Core; signatures only.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.Linq;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Microsoft.EntityFrameworkCore
{
    public class DbContext : IDisposable, IAsyncDisposable
    {
        protected DbContext() { }

        public DbContext(DbContextOptions options) { }

        public virtual DatabaseFacade Database => throw null!;
        public virtual ChangeTracker ChangeTracker => throw null!;
        public virtual IModel Model => throw null!;

        public virtual DbSet<TEntity> Set<TEntity>()
            where TEntity : class => throw null!;

        public virtual int SaveChanges() => throw null!;

        public virtual int SaveChanges(bool acceptAllChangesOnSuccess) => throw null!;

        public virtual Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => throw null!;

        public virtual Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
            throw null!;

        public virtual EntityEntry<TEntity> Add<TEntity>(TEntity entity)
            where TEntity : class => throw null!;

        public virtual ValueTask<EntityEntry<TEntity>> AddAsync<TEntity>(TEntity entity, CancellationToken cancellationToken = default)
            where TEntity : class => throw null!;

        public virtual EntityEntry<TEntity> Attach<TEntity>(TEntity entity)
            where TEntity : class => throw null!;

        public virtual EntityEntry<TEntity> Update<TEntity>(TEntity entity)
            where TEntity : class => throw null!;

        public virtual EntityEntry<TEntity> Remove<TEntity>(TEntity entity)
            where TEntity : class => throw null!;

        public virtual EntityEntry<TEntity> Entry<TEntity>(TEntity entity)
            where TEntity : class => throw null!;

        public virtual EntityEntry Add(object entity) => throw null!;

        public virtual EntityEntry Attach(object entity) => throw null!;

        public virtual EntityEntry Update(object entity) => throw null!;

        public virtual EntityEntry Remove(object entity) => throw null!;

        public virtual EntityEntry Entry(object entity) => throw null!;

        public virtual void AddRange(params object[] entities) => throw null!;

        public virtual void AddRange(IEnumerable<object> entities) => throw null!;

        public virtual Task AddRangeAsync(params object[] entities) => throw null!;

        public virtual void UpdateRange(params object[] entities) => throw null!;

        public virtual void UpdateRange(IEnumerable<object> entities) => throw null!;

        public virtual void RemoveRange(params object[] entities) => throw null!;

        public virtual void RemoveRange(IEnumerable<object> entities) => throw null!;

        public virtual TEntity Find<TEntity>(params object[] keyValues)
            where TEntity : class => throw null!;

        public virtual object Find(Type entityType, params object[] keyValues) => throw null!;

        public virtual ValueTask<TEntity> FindAsync<TEntity>(params object[] keyValues)
            where TEntity : class => throw null!;

        public virtual ValueTask<TEntity> FindAsync<TEntity>(object[] keyValues, CancellationToken cancellationToken)
            where TEntity : class => throw null!;

        public IQueryable<TResult> FromExpression<TResult>(Expression<Func<IQueryable<TResult>>> expression) => throw null!;

        protected virtual void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => throw null!;

        protected virtual void OnModelCreating(ModelBuilder modelBuilder) => throw null!;

        protected virtual void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => throw null!;

        public virtual void Dispose() => throw null!;

        public virtual ValueTask DisposeAsync() => throw null!;
    }

    public abstract class DbSet<TEntity> : IQueryable<TEntity>
        where TEntity : class
    {
        public virtual LocalView<TEntity> Local => throw null!;

        public virtual EntityEntry<TEntity> Add(TEntity entity) => throw null!;

        public virtual ValueTask<EntityEntry<TEntity>> AddAsync(TEntity entity, CancellationToken cancellationToken = default) =>
            throw null!;

        public virtual void AddRange(params TEntity[] entities) => throw null!;

        public virtual void AddRange(IEnumerable<TEntity> entities) => throw null!;

        public virtual Task AddRangeAsync(params TEntity[] entities) => throw null!;

        public virtual Task AddRangeAsync(IEnumerable<TEntity> entities, CancellationToken cancellationToken = default) => throw null!;

        public virtual EntityEntry<TEntity> Attach(TEntity entity) => throw null!;

        public virtual void AttachRange(params TEntity[] entities) => throw null!;

        public virtual EntityEntry<TEntity> Update(TEntity entity) => throw null!;

        public virtual void UpdateRange(params TEntity[] entities) => throw null!;

        public virtual void UpdateRange(IEnumerable<TEntity> entities) => throw null!;

        public virtual EntityEntry<TEntity> Remove(TEntity entity) => throw null!;

        public virtual void RemoveRange(params TEntity[] entities) => throw null!;

        public virtual void RemoveRange(IEnumerable<TEntity> entities) => throw null!;

        public virtual EntityEntry<TEntity> Entry(TEntity entity) => throw null!;

        public virtual TEntity Find(params object[] keyValues) => throw null!;

        public virtual ValueTask<TEntity> FindAsync(params object[] keyValues) => throw null!;

        public virtual ValueTask<TEntity> FindAsync(object[] keyValues, CancellationToken cancellationToken) => throw null!;

        public virtual IQueryable<TEntity> AsQueryable() => throw null!;

        public virtual IAsyncEnumerable<TEntity> AsAsyncEnumerable() => throw null!;

        Type IQueryable.ElementType => throw null!;
        Expression IQueryable.Expression => throw null!;
        IQueryProvider IQueryable.Provider => throw null!;

        IEnumerator<TEntity> IEnumerable<TEntity>.GetEnumerator() => throw null!;

        IEnumerator IEnumerable.GetEnumerator() => throw null!;

        public virtual IAsyncEnumerator<TEntity> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw null!;
    }

    public abstract class DbContextOptions
    {
        public abstract Type ContextType { get; }
    }

    public class DbContextOptions<TContext> : DbContextOptions
        where TContext : DbContext
    {
        public override Type ContextType => throw null!;
    }

    public class DbContextOptionsBuilder
    {
        public DbContextOptionsBuilder() { }

        public DbContextOptionsBuilder(DbContextOptions options) { }

        public virtual DbContextOptions Options => throw null!;
        public virtual bool IsConfigured => throw null!;

        public virtual DbContextOptionsBuilder EnableSensitiveDataLogging(bool sensitiveDataLoggingEnabled = true) => throw null!;

        public virtual DbContextOptionsBuilder EnableDetailedErrors(bool detailedErrorsEnabled = true) => throw null!;

        public virtual DbContextOptionsBuilder LogTo(Action<string> action) => throw null!;

        public virtual DbContextOptionsBuilder UseQueryTrackingBehavior(QueryTrackingBehavior queryTrackingBehavior) => throw null!;

        public virtual DbContextOptionsBuilder UseModel(IModel model) => throw null!;
    }

    public class DbContextOptionsBuilder<TContext> : DbContextOptionsBuilder
        where TContext : DbContext
    {
        public DbContextOptionsBuilder() { }

        public DbContextOptionsBuilder(DbContextOptions<TContext> options) { }

        public new virtual DbContextOptions<TContext> Options => throw null!;
    }

    public interface IDbContextFactory<TContext>
        where TContext : DbContext
    {
        TContext CreateDbContext();
        Task<TContext> CreateDbContextAsync(CancellationToken cancellationToken = default);
    }

    public interface IEntityTypeConfiguration<TEntity>
        where TEntity : class
    {
        void Configure(EntityTypeBuilder<TEntity> builder);
    }

    public enum EntityState
    {
        Detached,
        Unchanged,
        Deleted,
        Modified,
        Added,
    }

    public enum QueryTrackingBehavior
    {
        TrackAll,
        NoTracking,
        NoTrackingWithIdentityResolution,
    }

    public enum DeleteBehavior
    {
        ClientSetNull,
        Restrict,
        SetNull,
        Cascade,
        ClientCascade,
        NoAction,
        ClientNoAction,
    }

    public class DbUpdateException : Exception
    {
        public DbUpdateException() { }

        public DbUpdateException(string message) { }

        public DbUpdateException(string message, Exception innerException) { }

        public virtual IReadOnlyList<EntityEntry> Entries => throw null!;
    }

    public class DbUpdateConcurrencyException : DbUpdateException
    {
        public DbUpdateConcurrencyException() { }

        public DbUpdateConcurrencyException(string message) { }
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class KeylessAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class OwnedAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class IndexAttribute : Attribute
    {
        public IndexAttribute(string propertyName, params string[] additionalPropertyNames) { }

        public bool IsUnique { get; set; }
        public string Name { get; set; }
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class PrimaryKeyAttribute : Attribute
    {
        public PrimaryKeyAttribute(string propertyName, params string[] additionalPropertyNames) { }
    }

    [AttributeUsage(AttributeTargets.Property)]
    public sealed class PrecisionAttribute : Attribute
    {
        public PrecisionAttribute(int precision) { }

        public PrecisionAttribute(int precision, int scale) { }
    }

    public class ModelConfigurationBuilder { }

    public class ModelBuilder
    {
        public virtual EntityTypeBuilder<TEntity> Entity<TEntity>()
            where TEntity : class => throw null!;

        public virtual EntityTypeBuilder Entity(string name) => throw null!;

        public virtual EntityTypeBuilder Entity(Type type) => throw null!;

        public virtual ModelBuilder Entity<TEntity>(Action<EntityTypeBuilder<TEntity>> buildAction)
            where TEntity : class => throw null!;

        public virtual ModelBuilder Entity(string name, Action<EntityTypeBuilder> buildAction) => throw null!;

        public virtual ModelBuilder Ignore<TEntity>()
            where TEntity : class => throw null!;

        public virtual ModelBuilder ApplyConfiguration<TEntity>(IEntityTypeConfiguration<TEntity> configuration)
            where TEntity : class => throw null!;

        public virtual ModelBuilder ApplyConfigurationsFromAssembly(
            System.Reflection.Assembly assembly,
            Func<Type, bool> predicate = null
        ) => throw null!;

        public virtual ModelBuilder HasAnnotation(string annotation, object value) => throw null!;

        public virtual IMutableModel Model => throw null!;
    }

    public static class EF
    {
        public static DbFunctions Functions => throw null!;

        public static TProperty Property<TProperty>(object entity, string propertyName) => throw null!;

        public static T Constant<T>(T argument) => throw null!;

        public static T Parameter<T>(T argument) => throw null!;

        public static Func<TContext, TParam1, Task<TResult>> CompileAsyncQuery<TContext, TParam1, TResult>(
            Expression<Func<TContext, TParam1, TResult>> queryExpression
        )
            where TContext : DbContext => throw null!;
    }

    public class DbFunctions { }

    public static class DbFunctionsExtensions
    {
        public static bool Like(this DbFunctions _, string matchExpression, string pattern) => throw null!;

        public static bool Like(this DbFunctions _, string matchExpression, string pattern, string escapeCharacter) => throw null!;

        public static bool ILike(this DbFunctions _, string matchExpression, string pattern) => throw null!;

        public static bool Contains(this DbFunctions _, object propertyReference, string searchCondition) => throw null!;

        public static bool FreeText(this DbFunctions _, object propertyReference, string freeText) => throw null!;
    }

    public static class RelationalQueryableExtensions
    {
        public static IQueryable<TEntity> FromSql<TEntity>(this DbSet<TEntity> source, FormattableString sql)
            where TEntity : class => throw null!;

        public static IQueryable<TEntity> FromSqlRaw<TEntity>(this DbSet<TEntity> source, string sql, params object[] parameters)
            where TEntity : class => throw null!;

        public static IQueryable<TEntity> FromSqlInterpolated<TEntity>(this DbSet<TEntity> source, FormattableString sql)
            where TEntity : class => throw null!;

        public static IQueryable<TEntity> AsSplitQuery<TEntity>(this IQueryable<TEntity> source)
            where TEntity : class => throw null!;

        public static IQueryable<TEntity> AsSingleQuery<TEntity>(this IQueryable<TEntity> source)
            where TEntity : class => throw null!;

        public static DbCommand CreateDbCommand(this IQueryable source) => throw null!;
    }

    public static class RelationalDatabaseFacadeExtensions
    {
        public static int ExecuteSql(this DatabaseFacade databaseFacade, FormattableString sql) => throw null!;

        public static Task<int> ExecuteSqlAsync(
            this DatabaseFacade databaseFacade,
            FormattableString sql,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static int ExecuteSqlRaw(this DatabaseFacade databaseFacade, string sql, params object[] parameters) => throw null!;

        public static int ExecuteSqlRaw(this DatabaseFacade databaseFacade, string sql, IEnumerable<object> parameters) => throw null!;

        public static int ExecuteSqlInterpolated(this DatabaseFacade databaseFacade, FormattableString sql) => throw null!;

        public static Task<int> ExecuteSqlInterpolatedAsync(
            this DatabaseFacade databaseFacade,
            FormattableString sql,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<int> ExecuteSqlRawAsync(
            this DatabaseFacade databaseFacade,
            string sql,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<int> ExecuteSqlRawAsync(this DatabaseFacade databaseFacade, string sql, params object[] parameters) =>
            throw null!;

        public static Task<int> ExecuteSqlRawAsync(
            this DatabaseFacade databaseFacade,
            string sql,
            IEnumerable<object> parameters,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static int ExecuteSqlCommand(this DatabaseFacade databaseFacade, string sql, params object[] parameters) => throw null!;

        public static int ExecuteSqlCommand(this DatabaseFacade databaseFacade, FormattableString sql) => throw null!;

        public static Task<int> ExecuteSqlCommandAsync(this DatabaseFacade databaseFacade, string sql, params object[] parameters) =>
            throw null!;

        public static IQueryable<TResult> SqlQuery<TResult>(this DatabaseFacade databaseFacade, FormattableString sql) => throw null!;

        public static IQueryable<TResult> SqlQueryRaw<TResult>(
            this DatabaseFacade databaseFacade,
            string sql,
            params object[] parameters
        ) => throw null!;

        public static DbConnection GetDbConnection(this DatabaseFacade databaseFacade) => throw null!;

        public static void SetDbConnection(this DatabaseFacade databaseFacade, DbConnection connection) => throw null!;

        public static string GetConnectionString(this DatabaseFacade databaseFacade) => throw null!;

        public static void SetConnectionString(this DatabaseFacade databaseFacade, string connectionString) => throw null!;

        public static void OpenConnection(this DatabaseFacade databaseFacade) => throw null!;

        public static Task OpenConnectionAsync(this DatabaseFacade databaseFacade, CancellationToken cancellationToken = default) =>
            throw null!;

        public static void CloseConnection(this DatabaseFacade databaseFacade) => throw null!;

        public static Task CloseConnectionAsync(this DatabaseFacade databaseFacade) => throw null!;

        public static IDbContextTransaction BeginTransaction(this DatabaseFacade databaseFacade, IsolationLevel isolationLevel) =>
            throw null!;

        public static IDbContextTransaction UseTransaction(this DatabaseFacade databaseFacade, DbTransaction transaction) => throw null!;

        public static void SetCommandTimeout(this DatabaseFacade databaseFacade, int? timeout) => throw null!;

        public static void Migrate(this DatabaseFacade databaseFacade) => throw null!;

        public static Task MigrateAsync(this DatabaseFacade databaseFacade, CancellationToken cancellationToken = default) => throw null!;

        public static bool IsRelational(this DatabaseFacade databaseFacade) => throw null!;
    }

    public static class SqlServerDbContextOptionsExtensions
    {
        public static DbContextOptionsBuilder UseSqlServer(
            this DbContextOptionsBuilder optionsBuilder,
            string connectionString,
            Action<SqlServerDbContextOptionsBuilder> sqlServerOptionsAction = null
        ) => throw null!;

        public static DbContextOptionsBuilder UseSqlServer(
            this DbContextOptionsBuilder optionsBuilder,
            DbConnection connection,
            Action<SqlServerDbContextOptionsBuilder> sqlServerOptionsAction = null
        ) => throw null!;
    }

    public static class SqliteDbContextOptionsBuilderExtensions
    {
        public static DbContextOptionsBuilder UseSqlite(
            this DbContextOptionsBuilder optionsBuilder,
            string connectionString,
            Action<SqliteDbContextOptionsBuilder> sqliteOptionsAction = null
        ) => throw null!;

        public static DbContextOptionsBuilder UseSqlite(
            this DbContextOptionsBuilder optionsBuilder,
            DbConnection connection,
            Action<SqliteDbContextOptionsBuilder> sqliteOptionsAction = null
        ) => throw null!;
    }

    public static class NpgsqlDbContextOptionsBuilderExtensions
    {
        public static DbContextOptionsBuilder UseNpgsql(
            this DbContextOptionsBuilder optionsBuilder,
            string connectionString,
            Action<NpgsqlDbContextOptionsBuilder> npgsqlOptionsAction = null
        ) => throw null!;
    }

    public static class InMemoryDbContextOptionsExtensions
    {
        public static DbContextOptionsBuilder UseInMemoryDatabase(this DbContextOptionsBuilder optionsBuilder, string databaseName) =>
            throw null!;
    }

    public static class EntityFrameworkQueryableExtensions
    {
        public static string ToQueryString(this IQueryable source) => throw null!;

        public static IIncludableQueryable<TEntity, TProperty> Include<TEntity, TProperty>(
            this IQueryable<TEntity> source,
            Expression<Func<TEntity, TProperty>> navigationPropertyPath
        )
            where TEntity : class => throw null!;

        public static IQueryable<TEntity> Include<TEntity>(this IQueryable<TEntity> source, string navigationPropertyPath)
            where TEntity : class => throw null!;

        public static IIncludableQueryable<TEntity, TProperty> ThenInclude<TEntity, TPreviousProperty, TProperty>(
            this IIncludableQueryable<TEntity, IEnumerable<TPreviousProperty>> source,
            Expression<Func<TPreviousProperty, TProperty>> navigationPropertyPath
        )
            where TEntity : class => throw null!;

        public static IIncludableQueryable<TEntity, TProperty> ThenInclude<TEntity, TPreviousProperty, TProperty>(
            this IIncludableQueryable<TEntity, TPreviousProperty> source,
            Expression<Func<TPreviousProperty, TProperty>> navigationPropertyPath
        )
            where TEntity : class => throw null!;

        public static IQueryable<TEntity> AsNoTracking<TEntity>(this IQueryable<TEntity> source)
            where TEntity : class => throw null!;

        public static IQueryable<TEntity> AsNoTrackingWithIdentityResolution<TEntity>(this IQueryable<TEntity> source)
            where TEntity : class => throw null!;

        public static IQueryable<TEntity> AsTracking<TEntity>(this IQueryable<TEntity> source)
            where TEntity : class => throw null!;

        public static IQueryable<TEntity> IgnoreQueryFilters<TEntity>(this IQueryable<TEntity> source)
            where TEntity : class => throw null!;

        public static IQueryable<TEntity> IgnoreAutoIncludes<TEntity>(this IQueryable<TEntity> source)
            where TEntity : class => throw null!;

        public static IQueryable<T> TagWith<T>(this IQueryable<T> source, string tag) => throw null!;

        public static void Load<TSource>(this IQueryable<TSource> source) => throw null!;

        public static Task LoadAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) =>
            throw null!;

        public static Task<List<TSource>> ToListAsync<TSource>(
            this IQueryable<TSource> source,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<TSource[]> ToArrayAsync<TSource>(
            this IQueryable<TSource> source,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<Dictionary<TKey, TSource>> ToDictionaryAsync<TSource, TKey>(
            this IQueryable<TSource> source,
            Func<TSource, TKey> keySelector,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<Dictionary<TKey, TElement>> ToDictionaryAsync<TSource, TKey, TElement>(
            this IQueryable<TSource> source,
            Func<TSource, TKey> keySelector,
            Func<TSource, TElement> elementSelector,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task ForEachAsync<T>(this IQueryable<T> source, Action<T> action, CancellationToken cancellationToken = default) =>
            throw null!;

        public static IAsyncEnumerable<TSource> AsAsyncEnumerable<TSource>(this IQueryable<TSource> source) => throw null!;

        public static Task<bool> AnyAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) =>
            throw null!;

        public static Task<bool> AnyAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<bool> AllAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<bool> ContainsAsync<TSource>(
            this IQueryable<TSource> source,
            TSource item,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<int> CountAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) =>
            throw null!;

        public static Task<int> CountAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<long> LongCountAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) =>
            throw null!;

        public static Task<TSource> FirstAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) =>
            throw null!;

        public static Task<TSource> FirstAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate,
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

        public static Task<TSource> LastAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) =>
            throw null!;

        public static Task<TSource> LastOrDefaultAsync<TSource>(
            this IQueryable<TSource> source,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<TSource> LastOrDefaultAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<TSource> SingleAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) =>
            throw null!;

        public static Task<TSource> SingleAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<TSource> SingleOrDefaultAsync<TSource>(
            this IQueryable<TSource> source,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<TSource> SingleOrDefaultAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<TSource> MinAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) =>
            throw null!;

        public static Task<TResult> MinAsync<TSource, TResult>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, TResult>> selector,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<TSource> MaxAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) =>
            throw null!;

        public static Task<TResult> MaxAsync<TSource, TResult>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, TResult>> selector,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<int> SumAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, int>> selector,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<decimal> SumAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, decimal>> selector,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<double> SumAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, double>> selector,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<double> AverageAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, int>> selector,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static Task<decimal> AverageAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, decimal>> selector,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static int ExecuteDelete<TSource>(this IQueryable<TSource> source) => throw null!;

        public static Task<int> ExecuteDeleteAsync<TSource>(
            this IQueryable<TSource> source,
            CancellationToken cancellationToken = default
        ) => throw null!;

        public static int ExecuteUpdate<TSource>(this IQueryable<TSource> source, Action<UpdateSettersBuilder<TSource>> setPropertyCalls) =>
            throw null!;

        public static Task<int> ExecuteUpdateAsync<TSource>(
            this IQueryable<TSource> source,
            Action<UpdateSettersBuilder<TSource>> setPropertyCalls,
            CancellationToken cancellationToken = default
        ) => throw null!;
    }
}

namespace Microsoft.EntityFrameworkCore.Query
{
    public interface IIncludableQueryable<out TEntity, out TProperty> : IQueryable<TEntity> { }

    public class UpdateSettersBuilder<TSource>
    {
        public UpdateSettersBuilder<TSource> SetProperty<TProperty>(
            Func<TSource, TProperty> propertyExpression,
            TProperty valueExpression
        ) => throw null!;

        public UpdateSettersBuilder<TSource> SetProperty<TProperty>(
            Func<TSource, TProperty> propertyExpression,
            Func<TSource, TProperty> valueExpression
        ) => throw null!;
    }
}

namespace Microsoft.EntityFrameworkCore.Infrastructure
{
    public class DatabaseFacade
    {
        public DatabaseFacade(DbContext context) { }

        public virtual string ProviderName => throw null!;
        public virtual IDbContextTransaction CurrentTransaction => throw null!;

        public virtual bool EnsureCreated() => throw null!;

        public virtual Task<bool> EnsureCreatedAsync(CancellationToken cancellationToken = default) => throw null!;

        public virtual bool EnsureDeleted() => throw null!;

        public virtual Task<bool> EnsureDeletedAsync(CancellationToken cancellationToken = default) => throw null!;

        public virtual bool CanConnect() => throw null!;

        public virtual Task<bool> CanConnectAsync(CancellationToken cancellationToken = default) => throw null!;

        public virtual IDbContextTransaction BeginTransaction() => throw null!;

        public virtual Task<IDbContextTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) => throw null!;

        public virtual void CommitTransaction() => throw null!;

        public virtual void RollbackTransaction() => throw null!;

        public virtual IExecutionStrategy CreateExecutionStrategy() => throw null!;
    }

    public class SqlServerDbContextOptionsBuilder
    {
        public SqlServerDbContextOptionsBuilder EnableRetryOnFailure() => throw null!;

        public SqlServerDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount) => throw null!;

        public SqlServerDbContextOptionsBuilder MigrationsAssembly(string assemblyName) => throw null!;

        public SqlServerDbContextOptionsBuilder CommandTimeout(int? commandTimeout) => throw null!;
    }

    public class SqliteDbContextOptionsBuilder
    {
        public SqliteDbContextOptionsBuilder MigrationsAssembly(string assemblyName) => throw null!;
    }

    public class NpgsqlDbContextOptionsBuilder
    {
        public NpgsqlDbContextOptionsBuilder MigrationsAssembly(string assemblyName) => throw null!;

        public NpgsqlDbContextOptionsBuilder EnableRetryOnFailure() => throw null!;
    }
}

namespace Microsoft.EntityFrameworkCore.Storage
{
    public interface IDbContextTransaction : IDisposable, IAsyncDisposable
    {
        Guid TransactionId { get; }
        void Commit();
        Task CommitAsync(CancellationToken cancellationToken = default);
        void Rollback();
        Task RollbackAsync(CancellationToken cancellationToken = default);
    }

    public interface IExecutionStrategy
    {
        bool RetriesOnFailure { get; }
    }
}

namespace Microsoft.EntityFrameworkCore.ChangeTracking
{
    public class ChangeTracker
    {
        public virtual bool AutoDetectChangesEnabled { get; set; }
        public virtual bool LazyLoadingEnabled { get; set; }
        public virtual QueryTrackingBehavior QueryTrackingBehavior { get; set; }

        public virtual IEnumerable<EntityEntry> Entries() => throw null!;

        public virtual IEnumerable<EntityEntry<TEntity>> Entries<TEntity>()
            where TEntity : class => throw null!;

        public virtual bool HasChanges() => throw null!;

        public virtual void DetectChanges() => throw null!;

        public virtual void Clear() => throw null!;
    }

    public class EntityEntry
    {
        internal EntityEntry() { }

        public virtual object Entity => throw null!;
        public virtual EntityState State { get; set; }
        public virtual DbContext Context => throw null!;
        public virtual PropertyValues CurrentValues => throw null!;
        public virtual PropertyValues OriginalValues => throw null!;
        public virtual IEnumerable<PropertyEntry> Properties => throw null!;

        public virtual PropertyEntry Property(string propertyName) => throw null!;

        public virtual ReferenceEntry Reference(string propertyName) => throw null!;

        public virtual CollectionEntry Collection(string propertyName) => throw null!;

        public virtual void Reload() => throw null!;

        public virtual Task ReloadAsync(CancellationToken cancellationToken = default) => throw null!;

        public virtual PropertyValues GetDatabaseValues() => throw null!;
    }

    public class EntityEntry<TEntity> : EntityEntry
        where TEntity : class
    {
        internal EntityEntry() { }

        public new virtual TEntity Entity => throw null!;

        public virtual PropertyEntry<TEntity, TProperty> Property<TProperty>(Expression<Func<TEntity, TProperty>> propertyExpression) =>
            throw null!;

        public virtual ReferenceEntry Reference<TProperty>(Expression<Func<TEntity, TProperty>> propertyExpression)
            where TProperty : class => throw null!;

        public virtual CollectionEntry Collection<TProperty>(Expression<Func<TEntity, IEnumerable<TProperty>>> propertyExpression)
            where TProperty : class => throw null!;
    }

    public class PropertyEntry
    {
        public virtual object CurrentValue { get; set; }
        public virtual object OriginalValue { get; set; }
        public virtual bool IsModified { get; set; }
    }

    public class PropertyEntry<TEntity, TProperty> : PropertyEntry
        where TEntity : class
    {
        public new virtual TProperty CurrentValue { get; set; }
        public new virtual TProperty OriginalValue { get; set; }
    }

    public class ReferenceEntry
    {
        public virtual bool IsLoaded { get; set; }

        public virtual void Load() => throw null!;

        public virtual Task LoadAsync(CancellationToken cancellationToken = default) => throw null!;
    }

    public class CollectionEntry : ReferenceEntry { }

    public abstract class PropertyValues
    {
        public abstract object this[string propertyName] { get; set; }
        public abstract void SetValues(object obj);
        public abstract void SetValues(PropertyValues propertyValues);
        public abstract object ToObject();
    }

    public class LocalView<TEntity> : List<TEntity>
        where TEntity : class { }
}

namespace Microsoft.EntityFrameworkCore.Metadata
{
    public interface IModel
    {
        IEnumerable<IEntityType> GetEntityTypes();
        IEntityType FindEntityType(Type type);
    }

    public interface IMutableModel
    {
        IEnumerable<IMutableEntityType> GetEntityTypes();
    }

    public interface IEntityType
    {
        string Name { get; }
        Type ClrType { get; }
    }

    public interface IMutableEntityType : IEntityType { }

    public interface IMutableProperty
    {
        string Name { get; }
    }
}

namespace Microsoft.EntityFrameworkCore.Metadata.Builders
{
    public class EntityTypeBuilder
    {
        internal EntityTypeBuilder() { }

        public virtual IMutableEntityType Metadata => throw null!;

        public virtual KeyBuilder HasKey(params string[] propertyNames) => throw null!;

        public virtual PropertyBuilder<TProperty> Property<TProperty>(string propertyName) => throw null!;

        public virtual PropertyBuilder Property(string propertyName) => throw null!;

        public virtual EntityTypeBuilder HasNoKey() => throw null!;

        public virtual IndexBuilder HasIndex(params string[] propertyNames) => throw null!;

        public virtual EntityTypeBuilder ToTable(string name) => throw null!;

        public virtual EntityTypeBuilder ToTable(string name, string schema) => throw null!;

        public virtual ReferenceNavigationBuilder HasOne(string relatedTypeName, string navigationName) => throw null!;
    }

    public class EntityTypeBuilder<TEntity> : EntityTypeBuilder
        where TEntity : class
    {
        internal EntityTypeBuilder() { }

        public virtual KeyBuilder HasKey(Expression<Func<TEntity, object>> keyExpression) => throw null!;

        public virtual KeyBuilder HasAlternateKey(Expression<Func<TEntity, object>> keyExpression) => throw null!;

        public virtual IndexBuilder HasIndex(Expression<Func<TEntity, object>> indexExpression) => throw null!;

        public virtual PropertyBuilder<TProperty> Property<TProperty>(Expression<Func<TEntity, TProperty>> propertyExpression) =>
            throw null!;

        public virtual EntityTypeBuilder<TEntity> Ignore(Expression<Func<TEntity, object>> propertyExpression) => throw null!;

        public virtual EntityTypeBuilder<TEntity> HasQueryFilter(Expression<Func<TEntity, bool>> filter) => throw null!;

        public virtual EntityTypeBuilder<TEntity> HasData(params TEntity[] data) => throw null!;

        public virtual EntityTypeBuilder<TEntity> HasData(params object[] data) => throw null!;

        public virtual EntityTypeBuilder<TEntity> OwnsOne<TRelatedEntity>(Expression<Func<TEntity, TRelatedEntity>> navigationExpression)
            where TRelatedEntity : class => throw null!;

        public virtual ReferenceNavigationBuilder<TEntity, TRelatedEntity> HasOne<TRelatedEntity>(
            Expression<Func<TEntity, TRelatedEntity>> navigationExpression = null
        )
            where TRelatedEntity : class => throw null!;

        public virtual CollectionNavigationBuilder<TEntity, TRelatedEntity> HasMany<TRelatedEntity>(
            Expression<Func<TEntity, IEnumerable<TRelatedEntity>>> navigationExpression = null
        )
            where TRelatedEntity : class => throw null!;

        public new virtual EntityTypeBuilder<TEntity> HasNoKey() => throw null!;

        public new virtual EntityTypeBuilder<TEntity> ToTable(string name) => throw null!;

        public virtual EntityTypeBuilder<TEntity> ToView(string name) => throw null!;

        public virtual EntityTypeBuilder<TEntity> ToSqlQuery(string query) => throw null!;
    }

    public class KeyBuilder
    {
        public virtual KeyBuilder HasName(string name) => throw null!;
    }

    public class IndexBuilder
    {
        public virtual IndexBuilder IsUnique(bool unique = true) => throw null!;

        public virtual IndexBuilder HasDatabaseName(string name) => throw null!;
    }

    public class PropertyBuilder
    {
        public virtual PropertyBuilder IsRequired(bool required = true) => throw null!;

        public virtual PropertyBuilder HasMaxLength(int maxLength) => throw null!;
    }

    public class PropertyBuilder<TProperty> : PropertyBuilder
    {
        public new virtual PropertyBuilder<TProperty> IsRequired(bool required = true) => throw null!;

        public new virtual PropertyBuilder<TProperty> HasMaxLength(int maxLength) => throw null!;

        public virtual PropertyBuilder<TProperty> HasColumnName(string name) => throw null!;

        public virtual PropertyBuilder<TProperty> HasColumnType(string typeName) => throw null!;

        public virtual PropertyBuilder<TProperty> HasDefaultValue(object value) => throw null!;

        public virtual PropertyBuilder<TProperty> HasDefaultValueSql(string sql) => throw null!;

        public virtual PropertyBuilder<TProperty> HasComputedColumnSql(string sql) => throw null!;

        public virtual PropertyBuilder<TProperty> HasPrecision(int precision, int scale) => throw null!;

        public virtual PropertyBuilder<TProperty> HasConversion<TConversion>() => throw null!;

        public virtual PropertyBuilder<TProperty> HasConversion<TProvider>(
            Expression<Func<TProperty, TProvider>> convertToProviderExpression,
            Expression<Func<TProvider, TProperty>> convertFromProviderExpression
        ) => throw null!;

        public virtual PropertyBuilder<TProperty> IsConcurrencyToken(bool concurrencyToken = true) => throw null!;

        public virtual PropertyBuilder<TProperty> ValueGeneratedOnAdd() => throw null!;

        public virtual PropertyBuilder<TProperty> ValueGeneratedNever() => throw null!;
    }

    public class ReferenceNavigationBuilder
    {
        public virtual ReferenceCollectionBuilder WithMany(string collection = null) => throw null!;
    }

    public class ReferenceNavigationBuilder<TEntity, TRelatedEntity>
        where TEntity : class
        where TRelatedEntity : class
    {
        public virtual ReferenceCollectionBuilder<TRelatedEntity, TEntity> WithMany(
            Expression<Func<TRelatedEntity, IEnumerable<TEntity>>> navigationExpression = null
        ) => throw null!;

        public virtual ReferenceReferenceBuilder<TEntity, TRelatedEntity> WithOne(
            Expression<Func<TRelatedEntity, TEntity>> navigationExpression = null
        ) => throw null!;
    }

    public class CollectionNavigationBuilder<TEntity, TRelatedEntity>
        where TEntity : class
        where TRelatedEntity : class
    {
        public virtual ReferenceCollectionBuilder<TEntity, TRelatedEntity> WithOne(
            Expression<Func<TRelatedEntity, TEntity>> navigationExpression = null
        ) => throw null!;

        public virtual CollectionCollectionBuilder WithMany(
            Expression<Func<TRelatedEntity, IEnumerable<TEntity>>> navigationExpression = null
        ) => throw null!;
    }

    public class CollectionCollectionBuilder
    {
        public virtual EntityTypeBuilder UsingEntity(string joinEntityName) => throw null!;
    }

    public class ReferenceCollectionBuilder { }

    public class ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> : ReferenceCollectionBuilder
        where TPrincipalEntity : class
        where TDependentEntity : class
    {
        public virtual ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> HasForeignKey(
            Expression<Func<TDependentEntity, object>> foreignKeyExpression
        ) => throw null!;

        public virtual ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> HasForeignKey(
            params string[] foreignKeyPropertyNames
        ) => throw null!;

        public virtual ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> HasPrincipalKey(
            Expression<Func<TPrincipalEntity, object>> keyExpression
        ) => throw null!;

        public virtual ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> IsRequired(bool required = true) => throw null!;

        public virtual ReferenceCollectionBuilder<TPrincipalEntity, TDependentEntity> OnDelete(DeleteBehavior deleteBehavior) =>
            throw null!;
    }

    public class ReferenceReferenceBuilder<TEntity, TRelatedEntity>
        where TEntity : class
        where TRelatedEntity : class
    {
        public virtual ReferenceReferenceBuilder<TEntity, TRelatedEntity> HasForeignKey<TDependentEntity>(
            Expression<Func<TDependentEntity, object>> foreignKeyExpression
        )
            where TDependentEntity : class => throw null!;

        public virtual ReferenceReferenceBuilder<TEntity, TRelatedEntity> OnDelete(DeleteBehavior deleteBehavior) => throw null!;
    }
}

namespace Microsoft.EntityFrameworkCore.Design
{
    public interface IDesignTimeDbContextFactory<out TContext>
        where TContext : DbContext
    {
        TContext CreateDbContext(string[] args);
    }
}

namespace Microsoft.EntityFrameworkCore.Migrations
{
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class MigrationAttribute : Attribute
    {
        public MigrationAttribute(string id) { }
    }

    public abstract class Migration
    {
        protected abstract void Up(MigrationBuilder migrationBuilder);

        protected virtual void Down(MigrationBuilder migrationBuilder) => throw null!;

        protected virtual void BuildTargetModel(ModelBuilder modelBuilder) => throw null!;
    }

    public class MigrationBuilder
    {
        public virtual OperationBuilder Sql(string sql, bool suppressTransaction = false) => throw null!;

        public virtual OperationBuilder DropTable(string name, string schema = null) => throw null!;

        public virtual OperationBuilder DropColumn(string name, string table, string schema = null) => throw null!;

        public virtual OperationBuilder DropIndex(string name, string table = null, string schema = null) => throw null!;
    }
}

namespace Microsoft.EntityFrameworkCore.Migrations.Operations.Builders
{
    public class OperationBuilder { }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.EntityFrameworkCore;

    public static class EntityFrameworkServiceCollectionExtensions
    {
        public static IServiceCollection AddDbContext<TContext>(
            this IServiceCollection serviceCollection,
            Action<DbContextOptionsBuilder> optionsAction = null,
            ServiceLifetime contextLifetime = ServiceLifetime.Scoped,
            ServiceLifetime optionsLifetime = ServiceLifetime.Scoped
        )
            where TContext : DbContext => throw null!;

        public static IServiceCollection AddDbContext<TContext>(
            this IServiceCollection serviceCollection,
            Action<IServiceProvider, DbContextOptionsBuilder> optionsAction,
            ServiceLifetime contextLifetime = ServiceLifetime.Scoped,
            ServiceLifetime optionsLifetime = ServiceLifetime.Scoped
        )
            where TContext : DbContext => throw null!;

        public static IServiceCollection AddDbContextPool<TContext>(
            this IServiceCollection serviceCollection,
            Action<DbContextOptionsBuilder> optionsAction,
            int poolSize = 1024
        )
            where TContext : DbContext => throw null!;

        public static IServiceCollection AddDbContextFactory<TContext>(
            this IServiceCollection serviceCollection,
            Action<DbContextOptionsBuilder> optionsAction = null,
            ServiceLifetime lifetime = ServiceLifetime.Singleton
        )
            where TContext : DbContext => throw null!;
    }
}
