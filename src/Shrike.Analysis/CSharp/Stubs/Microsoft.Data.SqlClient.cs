// namespaces: Microsoft.Data.SqlClient
// world: both
// ADO.NET provider: connection, command, parameters and adapter; signatures only.
using System;
using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Data.SqlClient
{
    public sealed class SqlConnection : DbConnection, ICloneable
    {
        public SqlConnection() { }

        public SqlConnection(string connectionString) { }

        public override string ConnectionString { get; set; }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
        public override ConnectionState State => throw null!;

        public new SqlCommand CreateCommand() => throw null!;

        public new SqlTransaction BeginTransaction() => throw null!;

        public new SqlTransaction BeginTransaction(IsolationLevel isolationLevel) => throw null!;

        public override void ChangeDatabase(string databaseName) => throw null!;

        public override void Open() => throw null!;

        public override void Close() => throw null!;

        public object Clone() => throw null!;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;

        protected override DbCommand CreateDbCommand() => throw null!;

        public SqlConnection(string connectionString, SqlCredential credential) { }

        public string AccessToken { get; set; }

        public static void ClearAllPools() => throw null!;
    }

    public sealed class SqlCommand : DbCommand, ICloneable
    {
        public SqlCommand() { }

        public SqlCommand(string cmdText) { }

        public SqlCommand(string cmdText, SqlConnection connection) { }

        public SqlCommand(string cmdText, SqlConnection connection, SqlTransaction transaction) { }

        public override string CommandText { get; set; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        public new SqlConnection Connection { get; set; }
        public new SqlTransaction Transaction { get; set; }
        public new SqlParameterCollection Parameters => throw null!;

        public override void Cancel() => throw null!;

        public override void Prepare() => throw null!;

        public override int ExecuteNonQuery() => throw null!;

        public override object ExecuteScalar() => throw null!;

        public new SqlDataReader ExecuteReader() => throw null!;

        public new SqlDataReader ExecuteReader(CommandBehavior behavior) => throw null!;

        public new Task<SqlDataReader> ExecuteReaderAsync() => throw null!;

        public new Task<SqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken) => throw null!;

        public new Task<SqlDataReader> ExecuteReaderAsync(CommandBehavior behavior) => throw null!;

        public new Task<SqlDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;

        public new SqlParameter CreateParameter() => throw null!;

        public object Clone() => throw null!;

        protected override DbConnection DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        protected override DbTransaction DbTransaction { get; set; }

        protected override DbParameter CreateDbParameter() => throw null!;

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;

        public System.Xml.XmlReader ExecuteXmlReader() => throw null!;

        public Task<System.Xml.XmlReader> ExecuteXmlReaderAsync() => throw null!;

        public IAsyncResult BeginExecuteReader() => throw null!;

        public SqlDataReader EndExecuteReader(IAsyncResult asyncResult) => throw null!;

        public IAsyncResult BeginExecuteNonQuery() => throw null!;

        public int EndExecuteNonQuery(IAsyncResult asyncResult) => throw null!;
    }

    public sealed class SqlParameter : DbParameter
    {
        public SqlParameter() { }

        public SqlParameter(string parameterName, object value) { }

        public SqlParameter(string parameterName, SqlDbType sqlDbType) { }

        public SqlParameter(string parameterName, SqlDbType sqlDbType, int size) { }

        public SqlParameter(string parameterName, SqlDbType sqlDbType, int size, string sourceColumn) { }

        public override DbType DbType { get; set; }
        public override ParameterDirection Direction { get; set; }
        public override bool IsNullable { get; set; }
        public override string ParameterName { get; set; }
        public override int Size { get; set; }
        public override string SourceColumn { get; set; }
        public override bool SourceColumnNullMapping { get; set; }
        public override DataRowVersion SourceVersion { get; set; }
        public override object Value { get; set; }
        public SqlDbType SqlDbType { get; set; }

        public override void ResetDbType() => throw null!;
    }

    public abstract class SqlParameterCollection : DbParameterCollection
    {
        public new SqlParameter this[int index]
        {
            get => throw null!;
            set => throw null!;
        }
        public new SqlParameter this[string parameterName]
        {
            get => throw null!;
            set => throw null!;
        }

        public SqlParameter Add(SqlParameter value) => throw null!;

        public SqlParameter Add(string parameterName, SqlDbType sqlDbType) => throw null!;

        public SqlParameter Add(string parameterName, SqlDbType sqlDbType, int size) => throw null!;

        public SqlParameter Add(string parameterName, SqlDbType sqlDbType, int size, string sourceColumn) => throw null!;

        public SqlParameter Add(string parameterName, object value) => throw null!;

        public SqlParameter AddWithValue(string parameterName, object value) => throw null!;

        public void AddRange(SqlParameter[] values) => throw null!;
    }

    public abstract class SqlDataReader : DbDataReader
    {
        private protected SqlDataReader() { }
    }

    public abstract class SqlTransaction : DbTransaction
    {
        private protected SqlTransaction() { }

        public new SqlConnection Connection => throw null!;
    }

    public sealed class SqlDataAdapter : DbDataAdapter
    {
        public SqlDataAdapter() { }

        public SqlDataAdapter(SqlCommand selectCommand) { }

        public SqlDataAdapter(string selectCommandText, SqlConnection selectConnection) { }

        public SqlDataAdapter(string selectCommandText, string selectConnectionString) { }

        public new SqlCommand SelectCommand { get; set; }
        public new SqlCommand InsertCommand { get; set; }
        public new SqlCommand UpdateCommand { get; set; }
        public new SqlCommand DeleteCommand { get; set; }
    }

    public sealed class SqlCommandBuilder : DbCommandBuilder
    {
        public SqlCommandBuilder() { }

        public SqlCommandBuilder(SqlDataAdapter adapter) { }

        protected override void ApplyParameterInfo(DbParameter parameter, DataRow row, StatementType statementType, bool whereClause) =>
            throw null!;

        protected override string GetParameterName(int parameterOrdinal) => throw null!;

        protected override string GetParameterName(string parameterName) => throw null!;

        protected override string GetParameterPlaceholder(int parameterOrdinal) => throw null!;

        protected override void SetRowUpdatingHandler(DbDataAdapter adapter) => throw null!;
    }

    public sealed class SqlConnectionStringBuilder : DbConnectionStringBuilder
    {
        public SqlConnectionStringBuilder() { }

        public SqlConnectionStringBuilder(string connectionString) { }

        public string DataSource { get; set; }
        public string InitialCatalog { get; set; }
        public string UserID { get; set; }
        public string Password { get; set; }
        public bool IntegratedSecurity { get; set; }
        public SqlConnectionEncryptOption Encrypt { get; set; }
        public bool TrustServerCertificate { get; set; }
        public bool MultipleActiveResultSets { get; set; }
        public bool PersistSecurityInfo { get; set; }
        public string ApplicationName { get; set; }
        public int ConnectTimeout { get; set; }
        public bool Pooling { get; set; }
    }

    public class SqlException : DbException
    {
        internal SqlException() { }

        public int Number => throw null!;
        public byte Class => throw null!;
    }

    public sealed class SqlBulkCopy : IDisposable
    {
        public SqlBulkCopy(SqlConnection connection) { }

        public SqlBulkCopy(string connectionString) { }

        public string DestinationTableName { get; set; }
        public int BatchSize { get; set; }

        public void WriteToServer(DataTable table) => throw null!;

        public void WriteToServer(IDataReader reader) => throw null!;

        public Task WriteToServerAsync(DataTable table) => throw null!;

        public void Close() => throw null!;

        void IDisposable.Dispose() => throw null!;
    }

    public sealed class SqlCredential
    {
        public SqlCredential(string userId, System.Security.SecureString password) { }

        public string UserId => throw null!;
        public System.Security.SecureString Password => throw null!;
    }

    public sealed class SqlError
    {
        internal SqlError() { }

        public int Number => throw null!;
        public string Message => throw null!;
    }

    public sealed class SqlConnectionEncryptOption
    {
        public static SqlConnectionEncryptOption Optional => throw null!;
        public static SqlConnectionEncryptOption Mandatory => throw null!;
        public static SqlConnectionEncryptOption Strict => throw null!;

        public static implicit operator SqlConnectionEncryptOption(bool value) => throw null!;

        public static implicit operator bool(SqlConnectionEncryptOption value) => throw null!;
    }
}
