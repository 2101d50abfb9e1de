// namespaces: System.Data.OleDb
// world: modern
// ADO.NET provider: connection, command, parameters and adapter; signatures only.
using System;
using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace System.Data.OleDb
{
    public sealed class OleDbConnection : DbConnection, ICloneable
    {
        public OleDbConnection() { }

        public OleDbConnection(string connectionString) { }

        public override string ConnectionString { get; set; }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
        public override ConnectionState State => throw null!;

        public new OleDbCommand CreateCommand() => throw null!;

        public new OleDbTransaction BeginTransaction() => throw null!;

        public new OleDbTransaction BeginTransaction(IsolationLevel isolationLevel) => throw null!;

        public override void ChangeDatabase(string databaseName) => throw null!;

        public override void Open() => throw null!;

        public override void Close() => throw null!;

        public object Clone() => throw null!;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;

        protected override DbCommand CreateDbCommand() => throw null!;
    }

    public sealed class OleDbCommand : DbCommand, ICloneable
    {
        public OleDbCommand() { }

        public OleDbCommand(string cmdText) { }

        public OleDbCommand(string cmdText, OleDbConnection connection) { }

        public OleDbCommand(string cmdText, OleDbConnection connection, OleDbTransaction transaction) { }

        public override string CommandText { get; set; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        public new OleDbConnection Connection { get; set; }
        public new OleDbTransaction Transaction { get; set; }
        public new OleDbParameterCollection Parameters => throw null!;

        public override void Cancel() => throw null!;

        public override void Prepare() => throw null!;

        public override int ExecuteNonQuery() => throw null!;

        public override object ExecuteScalar() => throw null!;

        public new OleDbDataReader ExecuteReader() => throw null!;

        public new OleDbDataReader ExecuteReader(CommandBehavior behavior) => throw null!;

        public new Task<OleDbDataReader> ExecuteReaderAsync() => throw null!;

        public new Task<OleDbDataReader> ExecuteReaderAsync(CancellationToken cancellationToken) => throw null!;

        public new Task<OleDbDataReader> ExecuteReaderAsync(CommandBehavior behavior) => throw null!;

        public new Task<OleDbDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;

        public new OleDbParameter CreateParameter() => throw null!;

        public object Clone() => throw null!;

        protected override DbConnection DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        protected override DbTransaction DbTransaction { get; set; }

        protected override DbParameter CreateDbParameter() => throw null!;

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;
    }

    public sealed class OleDbParameter : DbParameter
    {
        public OleDbParameter() { }

        public OleDbParameter(string parameterName, object value) { }

        public OleDbParameter(string parameterName, OleDbType oleDbType) { }

        public OleDbParameter(string parameterName, OleDbType oleDbType, int size) { }

        public OleDbParameter(string parameterName, OleDbType oleDbType, int size, string sourceColumn) { }

        public override DbType DbType { get; set; }
        public override ParameterDirection Direction { get; set; }
        public override bool IsNullable { get; set; }
        public override string ParameterName { get; set; }
        public override int Size { get; set; }
        public override string SourceColumn { get; set; }
        public override bool SourceColumnNullMapping { get; set; }
        public override DataRowVersion SourceVersion { get; set; }
        public override object Value { get; set; }
        public OleDbType OleDbType { get; set; }

        public override void ResetDbType() => throw null!;
    }

    public abstract class OleDbParameterCollection : DbParameterCollection
    {
        public new OleDbParameter this[int index]
        {
            get => throw null!;
            set => throw null!;
        }
        public new OleDbParameter this[string parameterName]
        {
            get => throw null!;
            set => throw null!;
        }

        public OleDbParameter Add(OleDbParameter value) => throw null!;

        public OleDbParameter Add(string parameterName, OleDbType oleDbType) => throw null!;

        public OleDbParameter Add(string parameterName, OleDbType oleDbType, int size) => throw null!;

        public OleDbParameter Add(string parameterName, OleDbType oleDbType, int size, string sourceColumn) => throw null!;

        public OleDbParameter Add(string parameterName, object value) => throw null!;

        public OleDbParameter AddWithValue(string parameterName, object value) => throw null!;

        public void AddRange(OleDbParameter[] values) => throw null!;
    }

    public abstract class OleDbDataReader : DbDataReader
    {
        private protected OleDbDataReader() { }
    }

    public abstract class OleDbTransaction : DbTransaction
    {
        private protected OleDbTransaction() { }

        public new OleDbConnection Connection => throw null!;
    }

    public sealed class OleDbDataAdapter : DbDataAdapter
    {
        public OleDbDataAdapter() { }

        public OleDbDataAdapter(OleDbCommand selectCommand) { }

        public OleDbDataAdapter(string selectCommandText, OleDbConnection selectConnection) { }

        public OleDbDataAdapter(string selectCommandText, string selectConnectionString) { }

        public new OleDbCommand SelectCommand { get; set; }
        public new OleDbCommand InsertCommand { get; set; }
        public new OleDbCommand UpdateCommand { get; set; }
        public new OleDbCommand DeleteCommand { get; set; }
    }

    public sealed class OleDbCommandBuilder : DbCommandBuilder
    {
        public OleDbCommandBuilder() { }

        public OleDbCommandBuilder(OleDbDataAdapter adapter) { }

        protected override void ApplyParameterInfo(DbParameter parameter, DataRow row, StatementType statementType, bool whereClause) =>
            throw null!;

        protected override string GetParameterName(int parameterOrdinal) => throw null!;

        protected override string GetParameterName(string parameterName) => throw null!;

        protected override string GetParameterPlaceholder(int parameterOrdinal) => throw null!;

        protected override void SetRowUpdatingHandler(DbDataAdapter adapter) => throw null!;
    }

    public sealed class OleDbConnectionStringBuilder : DbConnectionStringBuilder
    {
        public OleDbConnectionStringBuilder() { }

        public OleDbConnectionStringBuilder(string connectionString) { }
    }

    public class OleDbException : DbException
    {
        internal OleDbException() { }
    }

    public enum OleDbType
    {
        BigInt,
        Boolean,
        Char,
        Date,
        Decimal,
        Double,
        Integer,
        VarChar,
        VarWChar,
    }
}
