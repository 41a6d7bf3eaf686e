namespace Portal.Server.Ledger.Persistence;

/// <summary>
/// Looks up rows by pairs of terminal and id, given as one JSON array of (t, id) in parameter {0}: one index seek a
/// pair, where LINQ can only say "one of these terminals and one of these ids", which is every combination.
/// </summary>
internal interface ILedgerLookupSql
{
    /// <summary>Whole rows whose own id is in the array.</summary>
    string ById { get; }

    /// <summary>Whole rows whose original is in the array.</summary>
    string ByOriginal { get; }
}

internal sealed class SqliteLedgerLookupSql : ILedgerLookupSql
{
    // CROSS JOIN is SQLite's way to say that the array is gone through and the table looked up, never the reverse.
    public string ById => """
        SELECT x.* FROM json_each({0}) AS k
        CROSS JOIN transactions AS x
        WHERE x.terminal_id = k.value ->> '$.t' AND x.transaction_id = k.value ->> '$.id'
        """;

    public string ByOriginal => """
        SELECT x.* FROM json_each({0}) AS k
        CROSS JOIN transactions AS x
        WHERE x.terminal_id = k.value ->> '$.t' AND x.original_id = k.value ->> '$.id' AND x.original_id IS NOT NULL
        """;
}

internal sealed class PostgresLedgerLookupSql : ILedgerLookupSql
{
    public string ById => """
        SELECT x.* FROM jsonb_to_recordset({0}::jsonb) AS k(t int, id text)
        JOIN transactions AS x ON x.terminal_id = k.t AND x.transaction_id = k.id
        """;

    public string ByOriginal => """
        SELECT x.* FROM jsonb_to_recordset({0}::jsonb) AS k(t int, id text)
        JOIN transactions AS x ON x.terminal_id = k.t AND x.original_id = k.id AND x.original_id IS NOT NULL
        """;
}

internal sealed class SqlServerLedgerLookupSql : ILedgerLookupSql
{
    public string ById => """
        SELECT x.* FROM OPENJSON({0}) WITH (t int, id varchar(64)) AS k
        JOIN transactions AS x ON x.terminal_id = k.t AND x.transaction_id = k.id
        """;

    public string ByOriginal => """
        SELECT x.* FROM OPENJSON({0}) WITH (t int, id varchar(64)) AS k
        JOIN transactions AS x ON x.terminal_id = k.t AND x.original_id = k.id AND x.original_id IS NOT NULL
        """;
}
