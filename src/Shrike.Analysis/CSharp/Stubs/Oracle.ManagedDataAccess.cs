// namespaces: Oracle.ManagedDataAccess.Client
// world: both
// ADO.NET provider: connection, command, parameters and adapter; signatures only.
using System;
using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace Oracle.ManagedDataAccess.Client
{
    public sealed class OracleConnection : DbConnection, ICloneable
    {
        public OracleConnection() { }

        public OracleConnection(string connectionString) { }

        public override string ConnectionString { get; set; }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
        public override ConnectionState State => throw null!;

        public new OracleCommand CreateCommand() => throw null!;

        public new OracleTransaction BeginTransaction() => throw null!;

        public new OracleTransaction BeginTransaction(IsolationLevel isolationLevel) => throw null!;

        public override void ChangeDatabase(string databaseName) => throw null!;

        public override void Open() => throw null!;

        public override void Close() => throw null!;

        public object Clone() => throw null!;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;

        protected override DbCommand CreateDbCommand() => throw null!;
    }

    public sealed class OracleCommand : DbCommand, ICloneable
    {
        public OracleCommand() { }

        public OracleCommand(string cmdText) { }

        public OracleCommand(string cmdText, OracleConnection connection) { }

        public OracleCommand(string cmdText, OracleConnection connection, OracleTransaction transaction) { }

        public override string CommandText { get; set; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        public new OracleConnection Connection { get; set; }
        public new OracleTransaction Transaction { get; set; }
        public new OracleParameterCollection Parameters => throw null!;

        public override void Cancel() => throw null!;

        public override void Prepare() => throw null!;

        public override int ExecuteNonQuery() => throw null!;

        public override object ExecuteScalar() => throw null!;

        public new OracleDataReader ExecuteReader() => throw null!;

        public new OracleDataReader ExecuteReader(CommandBehavior behavior) => throw null!;

        public new Task<OracleDataReader> ExecuteReaderAsync() => throw null!;

        public new Task<OracleDataReader> ExecuteReaderAsync(CancellationToken cancellationToken) => throw null!;

        public new Task<OracleDataReader> ExecuteReaderAsync(CommandBehavior behavior) => throw null!;

        public new Task<OracleDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;

        public new OracleParameter CreateParameter() => throw null!;

        public object Clone() => throw null!;

        protected override DbConnection DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        protected override DbTransaction DbTransaction { get; set; }

        protected override DbParameter CreateDbParameter() => throw null!;

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;

        public bool BindByName { get; set; }
        public int ArrayBindCount { get; set; }

        public System.Xml.XmlReader ExecuteXmlReader() => throw null!;
    }

    public sealed class OracleParameter : DbParameter
    {
        public OracleParameter() { }

        public OracleParameter(string parameterName, object value) { }

        public OracleParameter(string parameterName, OracleDbType oracleDbType) { }

        public OracleParameter(string parameterName, OracleDbType oracleDbType, int size) { }

        public OracleParameter(string parameterName, OracleDbType oracleDbType, int size, string sourceColumn) { }

        public override DbType DbType { get; set; }
        public override ParameterDirection Direction { get; set; }
        public override bool IsNullable { get; set; }
        public override string ParameterName { get; set; }
        public override int Size { get; set; }
        public override string SourceColumn { get; set; }
        public override bool SourceColumnNullMapping { get; set; }
        public override DataRowVersion SourceVersion { get; set; }
        public override object Value { get; set; }
        public OracleDbType OracleDbType { get; set; }

        public override void ResetDbType() => throw null!;

        public OracleParameter(string parameterName, OracleDbType type, object value, ParameterDirection direction) { }
    }

    public abstract class OracleParameterCollection : DbParameterCollection
    {
        public new OracleParameter this[int index]
        {
            get => throw null!;
            set => throw null!;
        }
        public new OracleParameter this[string parameterName]
        {
            get => throw null!;
            set => throw null!;
        }

        public OracleParameter Add(OracleParameter value) => throw null!;

        public OracleParameter Add(string parameterName, OracleDbType oracleDbType) => throw null!;

        public OracleParameter Add(string parameterName, OracleDbType oracleDbType, int size) => throw null!;

        public OracleParameter Add(string parameterName, OracleDbType oracleDbType, int size, string sourceColumn) => throw null!;

        public OracleParameter Add(string name, OracleDbType dbType, object val, ParameterDirection dir) => throw null!;

        public OracleParameter Add(string name, object val) => throw null!;

        public OracleParameter AddWithValue(string parameterName, object value) => throw null!;

        public void AddRange(OracleParameter[] values) => throw null!;
    }

    public abstract class OracleDataReader : DbDataReader
    {
        private protected OracleDataReader() { }
    }

    public abstract class OracleTransaction : DbTransaction
    {
        private protected OracleTransaction() { }

        public new OracleConnection Connection => throw null!;
    }

    public sealed class OracleDataAdapter : DbDataAdapter
    {
        public OracleDataAdapter() { }

        public OracleDataAdapter(OracleCommand selectCommand) { }

        public OracleDataAdapter(string selectCommandText, OracleConnection selectConnection) { }

        public OracleDataAdapter(string selectCommandText, string selectConnectionString) { }

        public new OracleCommand SelectCommand { get; set; }
        public new OracleCommand InsertCommand { get; set; }
        public new OracleCommand UpdateCommand { get; set; }
        public new OracleCommand DeleteCommand { get; set; }
    }

    public sealed class OracleCommandBuilder : DbCommandBuilder
    {
        public OracleCommandBuilder() { }

        public OracleCommandBuilder(OracleDataAdapter adapter) { }

        protected override void ApplyParameterInfo(DbParameter parameter, DataRow row, StatementType statementType, bool whereClause) =>
            throw null!;

        protected override string GetParameterName(int parameterOrdinal) => throw null!;

        protected override string GetParameterName(string parameterName) => throw null!;

        protected override string GetParameterPlaceholder(int parameterOrdinal) => throw null!;

        protected override void SetRowUpdatingHandler(DbDataAdapter adapter) => throw null!;
    }

    public sealed class OracleConnectionStringBuilder : DbConnectionStringBuilder
    {
        public OracleConnectionStringBuilder() { }

        public OracleConnectionStringBuilder(string connectionString) { }

        public string DataSource { get; set; }
        public string UserID { get; set; }
        public string Password { get; set; }
        public bool Pooling { get; set; }
        public bool PersistSecurityInfo { get; set; }
    }

    public class OracleException : DbException
    {
        internal OracleException() { }

        public int Number => throw null!;
    }

    public enum OracleDbType
    {
        BFile,
        Blob,
        Byte,
        Char,
        Clob,
        Date,
        Decimal,
        Double,
        Int16,
        Int32,
        Int64,
        IntervalDS,
        LongRaw,
        NChar,
        NVarchar2,
        Raw,
        RefCursor,
        Single,
        TimeStamp,
        Varchar2,
        XmlType,
        Boolean,
    }
}
