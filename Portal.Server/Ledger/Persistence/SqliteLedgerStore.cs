using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Appending;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform.Database;
using Portal.Shared.Categories;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.Persistence;

/// <summary>
/// Appends on SQLite with prepared statements on a connection of its own. Row by row is the fast way here: a statement
/// is a function call into the same process, not a round trip.
/// </summary>
internal sealed class SqliteLedgerStore(IServiceScopeFactory scopes, IWriteGate gate) : ILedgerStore, IDisposable
{
    private const string InsertSql = """
        INSERT INTO transactions (position, terminal_id, transaction_id, kind, original_id, sequence, payment_id_hash,
            payment_id_last4, amount_minor, occurred_at, received_at, merchant_id, outlet_id, mcc, category_id)
        VALUES ($position, $terminal, $id, $kind, $original, $sequence, $hash, $last4, $amount, $occurred, $received,
            $merchant, $outlet, $mcc, $category)
        ON CONFLICT (terminal_id, transaction_id) DO NOTHING
        """;

    private const string FindSql = """
        SELECT position, kind, original_id, sequence, payment_id_hash, amount_minor, occurred_at, mcc
        FROM transactions WHERE terminal_id = $terminal AND transaction_id = $id
        """;

    private Statements? _statements;

    public async Task<AppendOutcome[]> AppendAsync(
        IReadOnlyList<NewTransaction> group, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var statements = _statements ??= await OpenAsync(cancellationToken);
        using var pass = await gate.EnterAsync(WritePriority.Append, cancellationToken);
        using var transaction = statements.Connection.BeginTransaction(deferred: false);
        statements.Use(transaction);
        var head = (long)statements.ReadHead.ExecuteScalar()!;
        var outcomes = new AppendOutcome[group.Count];
        statements.Insert.Parameters["$received"].Value = receivedAt.ToUnixTimeMilliseconds();
        for (var i = 0; i < group.Count; i++)
        {
            outcomes[i] = statements.TryInsert(group[i], head + 1)
                ? new AppendOutcome(AppendStatus.Accepted, ++head)
                : statements.Compare(group[i]);
        }

        statements.MoveHead.Parameters["$position"].Value = head;
        statements.MoveHead.ExecuteNonQuery();
        transaction.Commit();
        return outcomes;
    }

    public void Dispose() => _statements?.Connection.Dispose();

    private async Task<Statements> OpenAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var connection = new SqliteConnection(database.Database.GetConnectionString());
        await connection.OpenAsync(cancellationToken);
        await using var pragmas = connection.CreateCommand();
        pragmas.CommandText = SqlitePragmas.Sql;
        await pragmas.ExecuteNonQueryAsync(cancellationToken);
        return new Statements(connection);
    }

    /// <summary>Statements compiled once; all of them run on the one connection.</summary>
    private sealed class Statements
    {
        private readonly SqliteCommand _find;

        public Statements(SqliteConnection connection)
        {
            Connection = connection;
            ReadHead = Command($"SELECT position FROM ledger_head WHERE id = {LedgerHead.OnlyId}");
            MoveHead = Command($"UPDATE ledger_head SET position = $position WHERE id = {LedgerHead.OnlyId}", "$position");
            _find = Command(FindSql, "$terminal", "$id");
            Insert = Command(
                InsertSql, "$position", "$terminal", "$id", "$kind", "$original", "$sequence", "$hash", "$last4", "$amount",
                "$occurred", "$received", "$merchant", "$outlet", "$mcc", "$category");
        }

        public SqliteConnection Connection { get; }

        public SqliteCommand ReadHead { get; }

        public SqliteCommand MoveHead { get; }

        public SqliteCommand Insert { get; }

        public void Use(SqliteTransaction transaction) =>
            ReadHead.Transaction = MoveHead.Transaction = Insert.Transaction = _find.Transaction = transaction;

        public bool TryInsert(NewTransaction row, long position)
        {
            var values = Insert.Parameters;
            values[0].Value = position;
            values[1].Value = row.Terminal.Id;
            values[2].Value = row.Id;
            values[3].Value = (int)row.Kind;
            values[4].Value = row.OriginalId ?? (object)DBNull.Value;
            values[5].Value = row.Sequence ?? (object)DBNull.Value;
            values[6].Value = row.PaymentIdHash;
            values[7].Value = row.PaymentIdLast4;
            values[8].Value = row.AmountMinor;
            values[9].Value = row.OccurredAt.ToUnixTimeMilliseconds();
            values[11].Value = row.Terminal.MerchantId;
            values[12].Value = row.Terminal.OutletId;
            values[13].Value = row.Mcc;
            values[14].Value = (int)ConsumptionCategories.IdOfMcc(row.Mcc);
            return Insert.ExecuteNonQuery() == 1;
        }

        public AppendOutcome Compare(NewTransaction row)
        {
            _find.Parameters[0].Value = row.Terminal.Id;
            _find.Parameters[1].Value = row.Id;
            using var reader = _find.ExecuteReader();
            reader.Read();
            var stored = new StoredTransaction(
                reader.GetInt64(0),
                row.Terminal.Id,
                row.Id,
                (TransactionKind)reader.GetInt32(1),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetInt64(3),
                reader.GetFieldValue<byte[]>(4),
                reader.GetInt64(5),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(6)),
                reader.GetString(7));
            var status = row.SaysTheSameAs(stored) ? AppendStatus.Duplicate : AppendStatus.IdReused;
            return new AppendOutcome(status, stored.Position);
        }

        private SqliteCommand Command(string sql, params string[] parameters)
        {
            var command = Connection.CreateCommand();
#pragma warning disable CA2100 // The texts are this class's own constants.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var name in parameters)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            }

            return command;
        }
    }
}
