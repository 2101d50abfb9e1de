// namespaces: MySql.Data.MySqlClient
// world: both
// ADO.NET provider: connection, command, parameters and adapter; signatures only.
using System;
using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace MySql.Data.MySqlClient
{
    public sealed class MySqlConnection : DbConnection, ICloneable
    {
        public MySqlConnection() { }

        public MySqlConnection(string connectionString) { }

        public override string ConnectionString { get; set; }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
        public override ConnectionState State => throw null!;

        public new MySqlCommand CreateCommand() => throw null!;

        public new MySqlTransaction BeginTransaction() => throw null!;

        public new MySqlTransaction BeginTransaction(IsolationLevel isolationLevel) => throw null!;

        public override void ChangeDatabase(string databaseName) => throw null!;

        public override void Open() => throw null!;

        public override void Close() => throw null!;

        public object Clone() => throw null!;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;

        protected override DbCommand CreateDbCommand() => throw null!;
    }

    public sealed class MySqlCommand : DbCommand, ICloneable
    {
        public MySqlCommand() { }

        public MySqlCommand(string cmdText) { }

        public MySqlCommand(string cmdText, MySqlConnection connection) { }

        public MySqlCommand(string cmdText, MySqlConnection connection, MySqlTransaction transaction) { }

        public override string CommandText { get; set; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        public new MySqlConnection Connection { get; set; }
        public new MySqlTransaction Transaction { get; set; }
        public new MySqlParameterCollection Parameters => throw null!;

        public override void Cancel() => throw null!;

        public override void Prepare() => throw null!;

        public override int ExecuteNonQuery() => throw null!;

        public override object ExecuteScalar() => throw null!;

        public new MySqlDataReader ExecuteReader() => throw null!;

        public new MySqlDataReader ExecuteReader(CommandBehavior behavior) => throw null!;

        public new Task<MySqlDataReader> ExecuteReaderAsync() => throw null!;

        public new Task<MySqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken) => throw null!;

        public new Task<MySqlDataReader> ExecuteReaderAsync(CommandBehavior behavior) => throw null!;

        public new Task<MySqlDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;

        public new MySqlParameter CreateParameter() => throw null!;

        public object Clone() => throw null!;

        protected override DbConnection DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        protected override DbTransaction DbTransaction { get; set; }

        protected override DbParameter CreateDbParameter() => throw null!;

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;
    }

    public sealed class MySqlParameter : DbParameter
    {
        public MySqlParameter() { }

        public MySqlParameter(string parameterName, object value) { }

        public MySqlParameter(string parameterName, MySqlDbType mySqlDbType) { }

        public MySqlParameter(string parameterName, MySqlDbType mySqlDbType, int size) { }

        public MySqlParameter(string parameterName, MySqlDbType mySqlDbType, int size, string sourceColumn) { }

        public override DbType DbType { get; set; }
        public override ParameterDirection Direction { get; set; }
        public override bool IsNullable { get; set; }
        public override string ParameterName { get; set; }
        public override int Size { get; set; }
        public override string SourceColumn { get; set; }
        public override bool SourceColumnNullMapping { get; set; }
        public override DataRowVersion SourceVersion { get; set; }
        public override object Value { get; set; }
        public MySqlDbType MySqlDbType { get; set; }

        public override void ResetDbType() => throw null!;
    }

    public abstract class MySqlParameterCollection : DbParameterCollection
    {
        public new MySqlParameter this[int index]
        {
            get => throw null!;
            set => throw null!;
        }
        public new MySqlParameter this[string parameterName]
        {
            get => throw null!;
            set => throw null!;
        }

        public MySqlParameter Add(MySqlParameter value) => throw null!;

        public MySqlParameter Add(string parameterName, MySqlDbType mySqlDbType) => throw null!;

        public MySqlParameter Add(string parameterName, MySqlDbType mySqlDbType, int size) => throw null!;

        public MySqlParameter Add(string parameterName, MySqlDbType mySqlDbType, int size, string sourceColumn) => throw null!;

        public MySqlParameter Add(string parameterName, object value) => throw null!;

        public MySqlParameter AddWithValue(string parameterName, object value) => throw null!;

        public void AddRange(MySqlParameter[] values) => throw null!;
    }

    public abstract class MySqlDataReader : DbDataReader
    {
        private protected MySqlDataReader() { }
    }

    public abstract class MySqlTransaction : DbTransaction
    {
        private protected MySqlTransaction() { }

        public new MySqlConnection Connection => throw null!;
    }

    public sealed class MySqlDataAdapter : DbDataAdapter
    {
        public MySqlDataAdapter() { }

        public MySqlDataAdapter(MySqlCommand selectCommand) { }

        public MySqlDataAdapter(string selectCommandText, MySqlConnection selectConnection) { }

        public MySqlDataAdapter(string selectCommandText, string selectConnectionString) { }

        public new MySqlCommand SelectCommand { get; set; }
        public new MySqlCommand InsertCommand { get; set; }
        public new MySqlCommand UpdateCommand { get; set; }
        public new MySqlCommand DeleteCommand { get; set; }
    }

    public sealed class MySqlCommandBuilder : DbCommandBuilder
    {
        public MySqlCommandBuilder() { }

        public MySqlCommandBuilder(MySqlDataAdapter adapter) { }

        protected override void ApplyParameterInfo(DbParameter parameter, DataRow row, StatementType statementType, bool whereClause) =>
            throw null!;

        protected override string GetParameterName(int parameterOrdinal) => throw null!;

        protected override string GetParameterName(string parameterName) => throw null!;

        protected override string GetParameterPlaceholder(int parameterOrdinal) => throw null!;

        protected override void SetRowUpdatingHandler(DbDataAdapter adapter) => throw null!;
    }

    public sealed class MySqlConnectionStringBuilder : DbConnectionStringBuilder
    {
        public MySqlConnectionStringBuilder() { }

        public MySqlConnectionStringBuilder(string connectionString) { }

        public string Server { get; set; }
        public uint Port { get; set; }
        public string Database { get; set; }
        public string UserID { get; set; }
        public string Password { get; set; }
        public bool Pooling { get; set; }
        public MySqlSslMode SslMode { get; set; }
        public bool AllowPublicKeyRetrieval { get; set; }
        public bool AllowUserVariables { get; set; }
    }

    public class MySqlException : DbException
    {
        internal MySqlException() { }

        public int Number => throw null!;
    }

    public enum MySqlDbType
    {
        Decimal,
        Byte,
        Int16,
        Int32,
        Float,
        Double,
        Timestamp,
        Int64,
        Int24,
        Date,
        Time,
        DateTime,
        Year,
        VarString,
        Bit,
        JSON,
        NewDecimal,
        Enum,
        Set,
        TinyBlob,
        MediumBlob,
        LongBlob,
        Blob,
        VarChar,
        String,
        Geometry,
        UByte,
        UInt16,
        UInt32,
        UInt64,
        Text,
        TinyText,
        MediumText,
        LongText,
        Guid,
    }

    public enum MySqlSslMode
    {
        None,
        Preferred,
        Required,
        VerifyCA,
        VerifyFull,
        Disabled,
    }

    public sealed class MySqlHelper
    {
        private MySqlHelper() { }

        public static string EscapeString(string value) => throw null!;

        public static string DoubleQuoteString(string value) => throw null!;

        public static int ExecuteNonQuery(MySqlConnection connection, string commandText, params MySqlParameter[] commandParameters) =>
            throw null!;

        public static int ExecuteNonQuery(string connectionString, string commandText, params MySqlParameter[] parms) => throw null!;

        public static DataSet ExecuteDataset(string connectionString, string commandText) => throw null!;

        public static DataSet ExecuteDataset(string connectionString, string commandText, params MySqlParameter[] commandParameters) =>
            throw null!;

        public static DataSet ExecuteDataset(MySqlConnection connection, string commandText, params MySqlParameter[] commandParameters) =>
            throw null!;

        public static DataRow ExecuteDataRow(string connectionString, string commandText, params MySqlParameter[] parms) => throw null!;

        public static MySqlDataReader ExecuteReader(string connectionString, string commandText) => throw null!;

        public static MySqlDataReader ExecuteReader(
            string connectionString,
            string commandText,
            params MySqlParameter[] commandParameters
        ) => throw null!;

        public static MySqlDataReader ExecuteReader(MySqlConnection connection, string commandText) => throw null!;

        public static object ExecuteScalar(string connectionString, string commandText) => throw null!;

        public static object ExecuteScalar(string connectionString, string commandText, params MySqlParameter[] commandParameters) =>
            throw null!;

        public static object ExecuteScalar(MySqlConnection connection, string commandText) => throw null!;

        public static object ExecuteScalar(MySqlConnection connection, string commandText, params MySqlParameter[] commandParameters) =>
            throw null!;

        public static void UpdateDataSet(string connectionString, string commandText, DataSet ds, string tablename) => throw null!;
    }

    public class MySqlScript
    {
        public MySqlScript() { }

        public MySqlScript(string query) { }

        public MySqlScript(MySqlConnection connection) { }

        public MySqlScript(MySqlConnection connection, string query) { }

        public string Query { get; set; }
        public MySqlConnection Connection { get; set; }

        public int Execute() => throw null!;

        public Task<int> ExecuteAsync() => throw null!;
    }
}
