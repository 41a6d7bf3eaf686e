namespace Portal.Server.Ledger.Persistence;

/// <summary>PostgreSQL 15: arrays of records by <c>jsonb_to_recordset</c>.</summary>
internal sealed class PostgresLedgerSql : ILedgerSql
{
    public string Find => """
        SELECT x.position AS "Position", x.terminal_id AS "TerminalId", x.transaction_id AS "TransactionId",
            x.kind::int AS "Kind", x.original_id AS "OriginalId", x.sequence AS "Sequence",
            x.payment_id_hash AS "PaymentIdHash", x.amount_minor AS "AmountMinor", x.occurred_at AS "OccurredAt",
            x.mcc::text AS "Mcc"
        FROM jsonb_to_recordset({0}::jsonb) AS k(t int, id text)
        JOIN transactions x ON x.terminal_id = k.t AND x.transaction_id = k.id
        """;

    public string Insert => """
        INSERT INTO transactions (position, terminal_id, transaction_id, kind, original_id, sequence, payment_id_hash,
            payment_id_last4, amount_minor, occurred_at, received_at, merchant_id, outlet_id, mcc, category_id)
        SELECT k.p, k.t, k.id, k.k, k.o, k.s, decode(k.h, 'hex'), k.l, k.a, k.at, k.r, k.m, k.u, k.c, k.g
        FROM jsonb_to_recordset({0}::jsonb) AS k(p bigint, t int, id text, k smallint, o text, s bigint, h text, l text,
            a bigint, at timestamptz, r timestamptz, m int, u int, c text, g smallint)
        """;
}

/// <summary>SQL Server 2016 and later: arrays of records by <c>OPENJSON</c>.</summary>
internal sealed class SqlServerLedgerSql : ILedgerSql
{
    public string Find => """
        SELECT x.position AS Position, x.terminal_id AS TerminalId, x.transaction_id AS TransactionId,
            CAST(x.kind AS int) AS Kind, x.original_id AS OriginalId, x.sequence AS Sequence,
            x.payment_id_hash AS PaymentIdHash, x.amount_minor AS AmountMinor, x.occurred_at AS OccurredAt,
            x.mcc AS Mcc
        FROM OPENJSON({0}) WITH (t int '$.t', id varchar(64) '$.id') AS k
        JOIN transactions AS x ON x.terminal_id = k.t AND x.transaction_id = k.id
        """;

    public string Insert => """
        INSERT INTO transactions (position, terminal_id, transaction_id, kind, original_id, sequence, payment_id_hash,
            payment_id_last4, amount_minor, occurred_at, received_at, merchant_id, outlet_id, mcc, category_id)
        SELECT k.p, k.t, k.id, k.k, k.o, k.s, CONVERT(binary(16), k.h, 2), k.l, k.a, k.[at], k.r, k.m, k.u, k.c, k.g
        FROM OPENJSON({0}) WITH (p bigint, t int, id varchar(64), k tinyint, o varchar(64), s bigint, h varchar(32),
            l varchar(4), a bigint, [at] datetimeoffset, r datetimeoffset, m int, u int, c char(4), g tinyint) AS k
        """;
}
