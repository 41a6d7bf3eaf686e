using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Database;

/// <summary>Takes the place of a server: writes statements down and answers with nothing.</summary>
internal sealed class StatementRecorder
{
    private readonly List<string> _statements = [];

    public StatementRecorder() => Interceptors = [new Connections(), new Commands(this)];

    public IInterceptor[] Interceptors { get; }

    public IReadOnlyList<string> Statements => _statements;

    public void Record(DbCommand command) => _statements.Add(command.CommandText);

    private sealed class Connections : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override InterceptionResult ConnectionClosing(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();
    }

    private sealed class Commands(StatementRecorder recorder) : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            recorder.Record(command);
            using var nothing = new DataTable();
            return InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader());
        }

        public override InterceptionResult<int> NonQueryExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            recorder.Record(command);
            return InterceptionResult<int>.SuppressWithResult(0);
        }
    }
}
