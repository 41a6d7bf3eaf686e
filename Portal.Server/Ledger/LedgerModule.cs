using Portal.Server.Ledger.Appending;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Ledger.Persistence;
using Portal.Server.Ledger.Projecting;
using Portal.Server.Ledger.RecordTransactions;
using Portal.Server.Platform;
using Portal.Server.Platform.Database;

namespace Portal.Server.Ledger;

/// <summary>The append-only sequence of all transactions; every other number is derived from it.</summary>
internal static class LedgerModule
{
    public static void AddLedger(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<LedgerOptions>(LedgerOptions.Section);
        AddStore(services, configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite));
        services.AddSingleton<ProgressSignal>();
        services.AddSingleton<TransactionRules>();
        services.AddSingleton<LedgerAppender>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerAppender>());
        services.AddHostedService<ProjectionRunner>();
        services.AddScoped<ILedgerReader, LedgerReader>();
        services.AddScoped<ICheckpoints, Checkpoints>();
        services.AddScoped<CurrencyPin>();
        services.AddScoped<ITapRecorder, TapRecorder>();
        services.AddSingleton<ProjectionCatchUp>();
    }

    public static void MapLedger(this IEndpointRouteBuilder routes) => RecordTransactionsEndpoint.Map(routes);

    private static void AddStore(IServiceCollection services, DatabaseProvider provider)
    {
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddSingleton<ILedgerStore, SqliteLedgerStore>();
                services.AddSingleton<ILedgerLookupSql, SqliteLedgerLookupSql>();
                return;
            case DatabaseProvider.SqlServer:
                services.AddSingleton<ILedgerSql, SqlServerLedgerSql>();
                services.AddSingleton<ILedgerLookupSql, SqlServerLedgerLookupSql>();
                break;
            case DatabaseProvider.Postgres:
                services.AddSingleton<ILedgerSql, PostgresLedgerSql>();
                services.AddSingleton<ILedgerLookupSql, PostgresLedgerLookupSql>();
                break;
        }

        services.AddSingleton<ILedgerStore, SetBasedLedgerStore>();
    }
}
