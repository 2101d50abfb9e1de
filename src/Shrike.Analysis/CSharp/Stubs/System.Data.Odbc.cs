// namespaces: System.Data.Odbc
// world: modern
// ADO.NET provider: connection, command, parameters and adapter; signatures only.
using System;
using System.Data;
using System.Data.Common;
using System.Threading;
using System.Threading.Tasks;

namespace System.Data.Odbc
{
    public sealed class OdbcConnection : DbConnection, ICloneable
    {
        public OdbcConnection() { }

        public OdbcConnection(string connectionString) { }

        public override string ConnectionString { get; set; }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
        public override ConnectionState State => throw null!;

        public new OdbcCommand CreateCommand() => throw null!;

        public new OdbcTransaction BeginTransaction() => throw null!;

        public new OdbcTransaction BeginTransaction(IsolationLevel isolationLevel) => throw null!;

        public override void ChangeDatabase(string databaseName) => throw null!;

        public override void Open() => throw null!;

        public override void Close() => throw null!;

        public object Clone() => throw null!;

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;

        protected override DbCommand CreateDbCommand() => throw null!;
    }

    public sealed class OdbcCommand : DbCommand, ICloneable
    {
        public OdbcCommand() { }

        public OdbcCommand(string cmdText) { }

        public OdbcCommand(string cmdText, OdbcConnection connection) { }

        public OdbcCommand(string cmdText, OdbcConnection connection, OdbcTransaction transaction) { }

        public override string CommandText { get; set; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        public new OdbcConnection Connection { get; set; }
        public new OdbcTransaction Transaction { get; set; }
        public new OdbcParameterCollection Parameters => throw null!;

        public override void Cancel() => throw null!;

        public override void Prepare() => throw null!;

        public override int ExecuteNonQuery() => throw null!;

        public override object ExecuteScalar() => throw null!;

        public new OdbcDataReader ExecuteReader() => throw null!;

        public new OdbcDataReader ExecuteReader(CommandBehavior behavior) => throw null!;

        public new Task<OdbcDataReader> ExecuteReaderAsync() => throw null!;

        public new Task<OdbcDataReader> ExecuteReaderAsync(CancellationToken cancellationToken) => throw null!;

        public new Task<OdbcDataReader> ExecuteReaderAsync(CommandBehavior behavior) => throw null!;

        public new Task<OdbcDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) => throw null!;

        public new OdbcParameter CreateParameter() => throw null!;

        public object Clone() => throw null!;

        protected override DbConnection DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        protected override DbTransaction DbTransaction { get; set; }

        protected override DbParameter CreateDbParameter() => throw null!;

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;
    }

    public sealed class OdbcParameter : DbParameter
    {
        public OdbcParameter() { }

        public OdbcParameter(string parameterName, object value) { }

        public OdbcParameter(string parameterName, OdbcType odbcType) { }

        public OdbcParameter(string parameterName, OdbcType odbcType, int size) { }

        public OdbcParameter(string parameterName, OdbcType odbcType, int size, string sourceColumn) { }

        public override DbType DbType { get; set; }
        public override ParameterDirection Direction { get; set; }
        public override bool IsNullable { get; set; }
        public override string ParameterName { get; set; }
        public override int Size { get; set; }
        public override string SourceColumn { get; set; }
        public override bool SourceColumnNullMapping { get; set; }
        public override DataRowVersion SourceVersion { get; set; }
        public override object Value { get; set; }
        public OdbcType OdbcType { get; set; }

        public override void ResetDbType() => throw null!;
    }

    public abstract class OdbcParameterCollection : DbParameterCollection
    {
        public new OdbcParameter this[int index]
        {
            get => throw null!;
            set => throw null!;
        }
        public new OdbcParameter this[string parameterName]
        {
            get => throw null!;
            set => throw null!;
        }

        public OdbcParameter Add(OdbcParameter value) => throw null!;

        public OdbcParameter Add(string parameterName, OdbcType odbcType) => throw null!;

        public OdbcParameter Add(string parameterName, OdbcType odbcType, int size) => throw null!;

        public OdbcParameter Add(string parameterName, OdbcType odbcType, int size, string sourceColumn) => throw null!;

        public OdbcParameter Add(string parameterName, object value) => throw null!;

        public OdbcParameter AddWithValue(string parameterName, object value) => throw null!;

        public void AddRange(OdbcParameter[] values) => throw null!;
    }

    public abstract class OdbcDataReader : DbDataReader
    {
        private protected OdbcDataReader() { }
    }

    public abstract class OdbcTransaction : DbTransaction
    {
        private protected OdbcTransaction() { }

        public new OdbcConnection Connection => throw null!;
    }

    public sealed class OdbcDataAdapter : DbDataAdapter
    {
        public OdbcDataAdapter() { }

        public OdbcDataAdapter(OdbcCommand selectCommand) { }

        public OdbcDataAdapter(string selectCommandText, OdbcConnection selectConnection) { }

        public OdbcDataAdapter(string selectCommandText, string selectConnectionString) { }

        public new OdbcCommand SelectCommand { get; set; }
        public new OdbcCommand InsertCommand { get; set; }
        public new OdbcCommand UpdateCommand { get; set; }
        public new OdbcCommand DeleteCommand { get; set; }
    }

    public sealed class OdbcCommandBuilder : DbCommandBuilder
    {
        public OdbcCommandBuilder() { }

        public OdbcCommandBuilder(OdbcDataAdapter adapter) { }

        protected override void ApplyParameterInfo(DbParameter parameter, DataRow row, StatementType statementType, bool whereClause) =>
            throw null!;

        protected override string GetParameterName(int parameterOrdinal) => throw null!;

        protected override string GetParameterName(string parameterName) => throw null!;

        protected override string GetParameterPlaceholder(int parameterOrdinal) => throw null!;

        protected override void SetRowUpdatingHandler(DbDataAdapter adapter) => throw null!;
    }

    public sealed class OdbcConnectionStringBuilder : DbConnectionStringBuilder
    {
        public OdbcConnectionStringBuilder() { }

        public OdbcConnectionStringBuilder(string connectionString) { }
    }

    public class OdbcException : DbException
    {
        internal OdbcException() { }
    }

    public enum OdbcType
    {
        BigInt,
        Bit,
        Char,
        Date,
        Decimal,
        Double,
        Int,
        NVarChar,
        VarChar,
    }
}
