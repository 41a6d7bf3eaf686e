namespace Portal.Server.Profiles.Persistence;

/// <summary>PostgreSQL 15: arrays of records by <c>jsonb_to_recordset</c>.</summary>
internal sealed class PostgresStatisticsSql : IStatisticsSql
{
    public string AddStatistics => """
        INSERT INTO statistics AS x (subscriber_id, month, category_id, count, amount_minor)
        SELECT k.s, k.m, k.c, k.n, k.a
        FROM jsonb_to_recordset({0}::jsonb) AS k(s bigint, m int, c smallint, n int, a bigint)
        ON CONFLICT (subscriber_id, month, category_id) DO UPDATE
        SET count = x.count + excluded.count, amount_minor = x.amount_minor + excluded.amount_minor
        """;

    public string DropStatistics => """
        DELETE FROM statistics AS x
        USING jsonb_to_recordset({0}::jsonb) AS k(s bigint, m int, c smallint)
        WHERE x.subscriber_id = k.s AND x.month = k.m AND x.category_id = k.c AND x.count = 0 AND x.amount_minor = 0
        """;

    public string AddActivity => """
        INSERT INTO activity AS x (subscriber_id, day, hour, outlet_id, merchant_id, category_id, count, amount_minor)
        SELECT k.s, k.d, k.h, k.o, k.m, k.c, k.n, k.a
        FROM jsonb_to_recordset({0}::jsonb)
            AS k(s bigint, d int, h smallint, o int, c smallint, m int, n int, a bigint)
        ON CONFLICT (subscriber_id, day, hour, outlet_id, merchant_id, category_id) DO UPDATE
        SET count = x.count + excluded.count, amount_minor = x.amount_minor + excluded.amount_minor
        """;

    public string DropActivity => """
        DELETE FROM activity AS x
        USING jsonb_to_recordset({0}::jsonb) AS k(s bigint, d int, h smallint, o int, m int, c smallint)
        WHERE x.subscriber_id = k.s AND x.day = k.d AND x.hour = k.h AND x.outlet_id = k.o
            AND x.merchant_id = k.m AND x.category_id = k.c AND x.count = 0 AND x.amount_minor = 0
        """;
}

/// <summary>SQL Server 2016 and later: arrays of records by <c>OPENJSON</c>. STATISTICS is a word of T-SQL's own.</summary>
internal sealed class SqlServerStatisticsSql : IStatisticsSql
{
    // HOLDLOCK: without it two MERGE statements may both find a row missing. The array is sorted by key, and the
    // binding lock lets one projection in at a time, so the ranges that it locks are nobody else's.
    public string AddStatistics => """
        MERGE INTO [statistics] WITH (HOLDLOCK) AS x
        USING (SELECT s, m, c, n, a FROM OPENJSON({0}) WITH (s bigint, m int, c tinyint, n int, a bigint)) AS k
        ON x.subscriber_id = k.s AND x.[month] = k.m AND x.category_id = k.c
        WHEN MATCHED THEN UPDATE SET x.[count] = x.[count] + k.n, x.amount_minor = x.amount_minor + k.a
        WHEN NOT MATCHED THEN INSERT (subscriber_id, [month], category_id, [count], amount_minor)
            VALUES (k.s, k.m, k.c, k.n, k.a);
        """;

    public string DropStatistics => """
        DELETE x
        FROM [statistics] AS x
        JOIN OPENJSON({0}) WITH (s bigint, m int, c tinyint) AS k
            ON x.subscriber_id = k.s AND x.[month] = k.m AND x.category_id = k.c
        WHERE x.[count] = 0 AND x.amount_minor = 0;
        """;

    public string AddActivity => """
        MERGE INTO activity WITH (HOLDLOCK) AS x
        USING (
            SELECT s, d, h, o, c, m, n, a
            FROM OPENJSON({0}) WITH (s bigint, d int, h tinyint, o int, c tinyint, m int, n int, a bigint)) AS k
        ON x.subscriber_id = k.s AND x.[day] = k.d AND x.[hour] = k.h AND x.outlet_id = k.o
            AND x.merchant_id = k.m AND x.category_id = k.c
        WHEN MATCHED THEN UPDATE SET x.[count] = x.[count] + k.n, x.amount_minor = x.amount_minor + k.a
        WHEN NOT MATCHED THEN
            INSERT (subscriber_id, [day], [hour], outlet_id, merchant_id, category_id, [count], amount_minor)
            VALUES (k.s, k.d, k.h, k.o, k.m, k.c, k.n, k.a);
        """;

    public string DropActivity => """
        DELETE x
        FROM activity AS x
        JOIN OPENJSON({0}) WITH (s bigint, d int, h tinyint, o int, m int, c tinyint) AS k
            ON x.subscriber_id = k.s AND x.[day] = k.d AND x.[hour] = k.h AND x.outlet_id = k.o
            AND x.merchant_id = k.m AND x.category_id = k.c
        WHERE x.[count] = 0 AND x.amount_minor = 0;
        """;
}
