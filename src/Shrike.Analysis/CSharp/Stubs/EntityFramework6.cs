// namespaces: System.Data.Entity, System.Data.Entity.Infrastructure, System.Data.Entity.Core, System.Data.Entity.Validation, System.Data.Entity.Migrations, System.Data.Entity.Core.Objects, System.Data.Entity.ModelConfiguration, System.Data.Entity.ModelConfiguration.Conventions
// world: both
// Entity Framework 6; signatures only.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.Data.Entity.Core.Objects;
using System.Data.Entity.Infrastructure;
using System.Data.Entity.ModelConfiguration;
using System.Data.Entity.ModelConfiguration.Configuration;
using System.Data.Entity.ModelConfiguration.Conventions;
using System.Data.Entity.Validation;
using System.Linq;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;

namespace System.Data.Entity
{
    public class DbContext : IDisposable, IObjectContextAdapter
    {
        protected DbContext() { }

        public DbContext(string nameOrConnectionString) { }

        public DbContext(DbConnection existingConnection, bool contextOwnsConnection) { }

        public Database Database => throw null!;
        public DbChangeTracker ChangeTracker => throw null!;
        public DbContextConfiguration Configuration => throw null!;
        ObjectContext IObjectContextAdapter.ObjectContext => throw null!;

        public virtual DbSet<TEntity> Set<TEntity>()
            where TEntity : class => throw null!;

        public virtual DbSet Set(Type entityType) => throw null!;

        public virtual int SaveChanges() => throw null!;

        public virtual Task<int> SaveChangesAsync() => throw null!;

        public virtual Task<int> SaveChangesAsync(CancellationToken cancellationToken) => throw null!;

        public DbEntityEntry<TEntity> Entry<TEntity>(TEntity entity)
            where TEntity : class => throw null!;

        public DbEntityEntry Entry(object entity) => throw null!;

        protected virtual void OnModelCreating(DbModelBuilder modelBuilder) => throw null!;

        public void Dispose() => throw null!;

        protected virtual void Dispose(bool disposing) => throw null!;
    }

    public interface IDbSet<TEntity> : IQueryable<TEntity>
        where TEntity : class
    {
        TEntity Find(params object[] keyValues);
        TEntity Add(TEntity entity);
        TEntity Remove(TEntity entity);
        TEntity Attach(TEntity entity);
        TEntity Create();
    }

    public class DbSet<TEntity> : DbQuery<TEntity>, IDbSet<TEntity>
        where TEntity : class
    {
        protected DbSet() { }

        public virtual Collections.ObjectModel.ObservableCollection<TEntity> Local => throw null!;

        public virtual TEntity Find(params object[] keyValues) => throw null!;

        public virtual Task<TEntity> FindAsync(params object[] keyValues) => throw null!;

        public virtual Task<TEntity> FindAsync(CancellationToken cancellationToken, params object[] keyValues) => throw null!;

        public virtual TEntity Add(TEntity entity) => throw null!;

        public virtual IEnumerable<TEntity> AddRange(IEnumerable<TEntity> entities) => throw null!;

        public virtual TEntity Attach(TEntity entity) => throw null!;

        public virtual TEntity Remove(TEntity entity) => throw null!;

        public virtual IEnumerable<TEntity> RemoveRange(IEnumerable<TEntity> entities) => throw null!;

        public virtual TEntity Create() => throw null!;

        public virtual DbSqlQuery<TEntity> SqlQuery(string sql, params object[] parameters) => throw null!;
    }

    public abstract class DbSet
    {
        public virtual object Find(params object[] keyValues) => throw null!;

        public virtual object Add(object entity) => throw null!;

        public virtual object Attach(object entity) => throw null!;

        public virtual object Remove(object entity) => throw null!;

        public virtual DbSqlQuery SqlQuery(string sql, params object[] parameters) => throw null!;
    }

    public class Database
    {
        internal Database() { }

        public DbConnection Connection => throw null!;
        public DbContextTransaction CurrentTransaction => throw null!;
        public int? CommandTimeout { get; set; }
        public Action<string> Log { get; set; }

        public DbContextTransaction BeginTransaction() => throw null!;

        public DbContextTransaction BeginTransaction(IsolationLevel isolationLevel) => throw null!;

        public bool CreateIfNotExists() => throw null!;

        public bool Exists() => throw null!;

        public void Initialize(bool force) => throw null!;

        public DbRawSqlQuery<TElement> SqlQuery<TElement>(string sql, params object[] parameters) => throw null!;

        public DbRawSqlQuery SqlQuery(Type elementType, string sql, params object[] parameters) => throw null!;

        public int ExecuteSqlCommand(string sql, params object[] parameters) => throw null!;

        public int ExecuteSqlCommand(TransactionalBehavior transactionalBehavior, string sql, params object[] parameters) => throw null!;

        public Task<int> ExecuteSqlCommandAsync(string sql, params object[] parameters) => throw null!;

        public Task<int> ExecuteSqlCommandAsync(string sql, CancellationToken cancellationToken, params object[] parameters) => throw null!;

        public static void SetInitializer<TContext>(IDatabaseInitializer<TContext> strategy)
            where TContext : DbContext => throw null!;
    }

    public class DbContextTransaction : IDisposable
    {
        internal DbContextTransaction() { }

        public void Commit() => throw null!;

        public void Rollback() => throw null!;

        public void Dispose() => throw null!;
    }

    public enum TransactionalBehavior
    {
        EnsureTransaction,
        DoNotEnsureTransaction,
    }

    public enum EntityState
    {
        Detached = 1,
        Unchanged = 2,
        Added = 4,
        Deleted = 8,
        Modified = 16,
    }

    public interface IDatabaseInitializer<in TContext>
        where TContext : DbContext
    {
        void InitializeDatabase(TContext context);
    }

    public class CreateDatabaseIfNotExists<TContext> : IDatabaseInitializer<TContext>
        where TContext : DbContext
    {
        public virtual void InitializeDatabase(TContext context) => throw null!;

        protected virtual void Seed(TContext context) => throw null!;
    }

    public class DropCreateDatabaseIfModelChanges<TContext> : IDatabaseInitializer<TContext>
        where TContext : DbContext
    {
        public virtual void InitializeDatabase(TContext context) => throw null!;

        protected virtual void Seed(TContext context) => throw null!;
    }

    public class DropCreateDatabaseAlways<TContext> : IDatabaseInitializer<TContext>
        where TContext : DbContext
    {
        public virtual void InitializeDatabase(TContext context) => throw null!;

        protected virtual void Seed(TContext context) => throw null!;
    }

    public class DbModelBuilder
    {
        public virtual EntityTypeConfiguration<TEntityType> Entity<TEntityType>()
            where TEntityType : class => throw null!;

        public virtual ConventionsConfiguration Conventions => throw null!;
        public virtual ConfigurationRegistrar Configurations => throw null!;

        public virtual DbModelBuilder Ignore<T>()
            where T : class => throw null!;

        public DbModelBuilder HasDefaultSchema(string schema) => throw null!;
    }

    public static class DbFunctions
    {
        public static DateTime? TruncateTime(DateTime? dateValue) => throw null!;

        public static int? DiffDays(DateTime? dateValue1, DateTime? dateValue2) => throw null!;

        public static DateTime? AddDays(DateTime? dateValue, int? addValue) => throw null!;
    }

    public static class QueryableExtensions
    {
        public static IQueryable<T> Include<T>(this IQueryable<T> source, string path) => throw null!;

        public static IQueryable<T> Include<T, TProperty>(this IQueryable<T> source, Expression<Func<T, TProperty>> path) => throw null!;

        public static IQueryable<T> AsNoTracking<T>(this IQueryable<T> source)
            where T : class => throw null!;

        public static void Load(this IQueryable source) => throw null!;

        public static Task LoadAsync(this IQueryable source) => throw null!;

        public static Task ForEachAsync<T>(this IQueryable<T> source, Action<T> action) => throw null!;

        public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source) => throw null!;

        public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken) =>
            throw null!;

        public static Task<TSource[]> ToArrayAsync<TSource>(this IQueryable<TSource> source) => throw null!;

        public static Task<Dictionary<TKey, TSource>> ToDictionaryAsync<TSource, TKey>(
            this IQueryable<TSource> source,
            Func<TSource, TKey> keySelector
        ) => throw null!;

        public static Task<TSource> FirstAsync<TSource>(this IQueryable<TSource> source) => throw null!;

        public static Task<TSource> FirstAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate) =>
            throw null!;

        public static Task<TSource> FirstOrDefaultAsync<TSource>(this IQueryable<TSource> source) => throw null!;

        public static Task<TSource> FirstOrDefaultAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate
        ) => throw null!;

        public static Task<TSource> FirstOrDefaultAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate,
            CancellationToken cancellationToken
        ) => throw null!;

        public static Task<TSource> SingleAsync<TSource>(this IQueryable<TSource> source) => throw null!;

        public static Task<TSource> SingleAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate) =>
            throw null!;

        public static Task<TSource> SingleOrDefaultAsync<TSource>(this IQueryable<TSource> source) => throw null!;

        public static Task<TSource> SingleOrDefaultAsync<TSource>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, bool>> predicate
        ) => throw null!;

        public static Task<bool> AnyAsync<TSource>(this IQueryable<TSource> source) => throw null!;

        public static Task<bool> AnyAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate) =>
            throw null!;

        public static Task<bool> AllAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate) =>
            throw null!;

        public static Task<int> CountAsync<TSource>(this IQueryable<TSource> source) => throw null!;

        public static Task<int> CountAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate) =>
            throw null!;

        public static Task<TResult> MaxAsync<TSource, TResult>(
            this IQueryable<TSource> source,
            Expression<Func<TSource, TResult>> selector
        ) => throw null!;

        public static IQueryable<TSource> Skip<TSource>(this IQueryable<TSource> source, Expression<Func<int>> countAccessor) =>
            throw null!;

        public static IQueryable<TSource> Take<TSource>(this IQueryable<TSource> source, Expression<Func<int>> countAccessor) =>
            throw null!;
    }
}

namespace System.Data.Entity.Infrastructure
{
    public interface IObjectContextAdapter
    {
        ObjectContext ObjectContext { get; }
    }

    public class DbQuery<TResult> : IOrderedQueryable<TResult>
    {
        internal DbQuery() { }

        public virtual DbQuery<TResult> Include(string path) => throw null!;

        public virtual DbQuery<TResult> AsNoTracking() => throw null!;

        Type IQueryable.ElementType => throw null!;
        Expression IQueryable.Expression => throw null!;
        IQueryProvider IQueryable.Provider => throw null!;

        IEnumerator<TResult> IEnumerable<TResult>.GetEnumerator() => throw null!;

        IEnumerator IEnumerable.GetEnumerator() => throw null!;

        public string Sql => throw null!;
    }

    public class DbRawSqlQuery : IEnumerable
    {
        internal DbRawSqlQuery() { }

        public IEnumerator GetEnumerator() => throw null!;

        public Task<List<object>> ToListAsync() => throw null!;
    }

    public class DbRawSqlQuery<TElement> : IEnumerable<TElement>
    {
        internal DbRawSqlQuery() { }

        public virtual IEnumerator<TElement> GetEnumerator() => throw null!;

        IEnumerator IEnumerable.GetEnumerator() => throw null!;

        public Task<List<TElement>> ToListAsync() => throw null!;

        public Task<TElement[]> ToArrayAsync() => throw null!;

        public Task<TElement> FirstAsync() => throw null!;

        public Task<TElement> FirstOrDefaultAsync() => throw null!;

        public Task<TElement> SingleAsync() => throw null!;

        public Task<TElement> SingleOrDefaultAsync() => throw null!;
    }

    public class DbSqlQuery : DbRawSqlQuery
    {
        internal DbSqlQuery() { }
    }

    public class DbSqlQuery<TEntity> : DbRawSqlQuery<TEntity>
        where TEntity : class
    {
        internal DbSqlQuery() { }

        public virtual DbSqlQuery<TEntity> AsNoTracking() => throw null!;
    }

    public class DbEntityEntry
    {
        internal DbEntityEntry() { }

        public object Entity => throw null!;
        public EntityState State { get; set; }
        public DbPropertyValues CurrentValues => throw null!;
        public DbPropertyValues OriginalValues => throw null!;

        public DbPropertyValues GetDatabaseValues() => throw null!;

        public DbPropertyEntry Property(string propertyName) => throw null!;

        public void Reload() => throw null!;
    }

    public class DbEntityEntry<TEntity>
        where TEntity : class
    {
        internal DbEntityEntry() { }

        public TEntity Entity => throw null!;
        public EntityState State { get; set; }
        public DbPropertyValues CurrentValues => throw null!;
        public DbPropertyValues OriginalValues => throw null!;

        public DbPropertyValues GetDatabaseValues() => throw null!;

        public DbPropertyEntry Property(string propertyName) => throw null!;

        public DbPropertyEntry Property<TProperty>(Expression<Func<TEntity, TProperty>> property) => throw null!;

        public void Reload() => throw null!;
    }

    public class DbPropertyEntry
    {
        internal DbPropertyEntry() { }

        public object CurrentValue { get; set; }
        public object OriginalValue { get; set; }
        public bool IsModified { get; set; }
    }

    public class DbPropertyValues
    {
        internal DbPropertyValues() { }

        public object this[string propertyName]
        {
            get => throw null!;
            set => throw null!;
        }

        public void SetValues(object obj) => throw null!;

        public object ToObject() => throw null!;
    }

    public class DbChangeTracker
    {
        internal DbChangeTracker() { }

        public IEnumerable<DbEntityEntry> Entries() => throw null!;

        public IEnumerable<DbEntityEntry<TEntity>> Entries<TEntity>()
            where TEntity : class => throw null!;

        public bool HasChanges() => throw null!;
    }

    public class DbContextConfiguration
    {
        internal DbContextConfiguration() { }

        public bool LazyLoadingEnabled { get; set; }
        public bool ProxyCreationEnabled { get; set; }
        public bool AutoDetectChangesEnabled { get; set; }
        public bool ValidateOnSaveEnabled { get; set; }
    }

    public class DbUpdateException : DataException
    {
        public DbUpdateException() { }

        public IEnumerable<DbEntityEntry> Entries => throw null!;
    }

    public class DbUpdateConcurrencyException : DbUpdateException { }
}

namespace System.Data.Entity.Core
{
    public class EntityException : DataException
    {
        public EntityException() { }

        public EntityException(string message) { }
    }
}

namespace System.Data.Entity.Core.Objects
{
    public class ObjectContext : IDisposable
    {
        public ObjectContext(string connectionString) { }

        public DbConnection Connection => throw null!;

        public ObjectQuery<T> CreateQuery<T>(string queryString, params ObjectParameter[] parameters) => throw null!;

        public int ExecuteStoreCommand(string commandText, params object[] parameters) => throw null!;

        public ObjectResult<TElement> ExecuteStoreQuery<TElement>(string commandText, params object[] parameters) => throw null!;

        public int SaveChanges() => throw null!;

        public void Dispose() => throw null!;
    }

    public class ObjectQuery<T> : DbQuery<T>
    {
        public ObjectQuery(string commandText, ObjectContext context) { }

        public ObjectQuery<T> Where(string predicate, params ObjectParameter[] parameters) => throw null!;

        public ObjectQuery<T> OrderBy(string keys, params ObjectParameter[] parameters) => throw null!;
    }

    public sealed class ObjectParameter
    {
        public ObjectParameter(string name, object value) { }

        public object Value { get; set; }
    }

    public class ObjectResult<T> : IEnumerable<T>
    {
        internal ObjectResult() { }

        public IEnumerator<T> GetEnumerator() => throw null!;

        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }
}

namespace System.Data.Entity.Validation
{
    public class DbEntityValidationException : DataException
    {
        public DbEntityValidationException() { }

        public IEnumerable<DbEntityValidationResult> EntityValidationErrors => throw null!;
    }

    public class DbEntityValidationResult
    {
        public DbEntityEntry Entry => throw null!;
        public bool IsValid => throw null!;
        public ICollection<DbValidationError> ValidationErrors => throw null!;
    }

    public class DbValidationError
    {
        public DbValidationError(string propertyName, string errorMessage) { }

        public string PropertyName => throw null!;
        public string ErrorMessage => throw null!;
    }
}

namespace System.Data.Entity.ModelConfiguration
{
    public class EntityTypeConfiguration<TEntityType>
        where TEntityType : class
    {
        public EntityTypeConfiguration<TEntityType> HasKey<TKey>(Expression<Func<TEntityType, TKey>> keyExpression) => throw null!;

        public EntityTypeConfiguration<TEntityType> ToTable(string tableName) => throw null!;

        public EntityTypeConfiguration<TEntityType> ToTable(string tableName, string schemaName) => throw null!;

        public EntityTypeConfiguration<TEntityType> Ignore<TProperty>(Expression<Func<TEntityType, TProperty>> propertyExpression) =>
            throw null!;

        public PropertyConfiguration Property<T>(Expression<Func<TEntityType, T>> propertyExpression) => throw null!;

        public NavigationConfiguration HasRequired<TTarget>(Expression<Func<TEntityType, TTarget>> navigationPropertyExpression)
            where TTarget : class => throw null!;

        public NavigationConfiguration HasOptional<TTarget>(Expression<Func<TEntityType, TTarget>> navigationPropertyExpression)
            where TTarget : class => throw null!;

        public NavigationConfiguration HasMany<TTarget>(Expression<Func<TEntityType, ICollection<TTarget>>> navigationPropertyExpression)
            where TTarget : class => throw null!;
    }
}

namespace System.Data.Entity.ModelConfiguration.Configuration
{
    public class PropertyConfiguration
    {
        public PropertyConfiguration HasColumnName(string columnName) => throw null!;

        public PropertyConfiguration HasColumnType(string columnType) => throw null!;

        public PropertyConfiguration HasMaxLength(int? value) => throw null!;

        public PropertyConfiguration HasPrecision(byte precision, byte scale) => throw null!;

        public PropertyConfiguration IsRequired() => throw null!;

        public PropertyConfiguration IsOptional() => throw null!;
    }

    public class NavigationConfiguration
    {
        public NavigationConfiguration WithMany() => throw null!;

        public NavigationConfiguration WithOptional() => throw null!;

        public NavigationConfiguration WillCascadeOnDelete(bool value) => throw null!;
    }

    public class ConventionsConfiguration
    {
        public void Remove<TConvention>()
            where TConvention : IConvention => throw null!;

        public void Add(params IConvention[] conventions) => throw null!;
    }

    public class ConfigurationRegistrar
    {
        public ConfigurationRegistrar Add<TEntityType>(EntityTypeConfiguration<TEntityType> entityTypeConfiguration)
            where TEntityType : class => throw null!;

        public ConfigurationRegistrar AddFromAssembly(Reflection.Assembly assembly) => throw null!;
    }
}

namespace System.Data.Entity.ModelConfiguration.Conventions
{
    public interface IConvention { }

    public class PluralizingTableNameConvention : IConvention { }

    public class OneToManyCascadeDeleteConvention : IConvention { }

    public class ManyToManyCascadeDeleteConvention : IConvention { }
}

namespace System.Data.Entity.Migrations
{
    public abstract class DbMigration
    {
        public abstract void Up();

        public virtual void Down() => throw null!;

        protected internal void Sql(string sql, bool suppressTransaction = false, object anonymousArguments = null) => throw null!;
    }

    public class DbMigrationsConfiguration<TContext>
        where TContext : DbContext
    {
        public bool AutomaticMigrationsEnabled { get; set; }

        protected virtual void Seed(TContext context) => throw null!;
    }

    public static class DbSetMigrationsExtensions
    {
        public static void AddOrUpdate<TEntity>(this IDbSet<TEntity> set, params TEntity[] entities)
            where TEntity : class => throw null!;

        public static void AddOrUpdate<TEntity>(
            this IDbSet<TEntity> set,
            Expression<Func<TEntity, object>> identifierExpression,
            params TEntity[] entities
        )
            where TEntity : class => throw null!;
    }
}
