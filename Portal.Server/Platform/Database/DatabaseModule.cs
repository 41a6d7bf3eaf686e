using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Portal.Server.Platform.Database;

internal static class DatabaseModule
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<DatabaseOptions>(DatabaseOptions.Section);
        var provider = configuration.GetSection(DatabaseOptions.Section).GetValue<DatabaseProvider?>("Provider")
            ?? DatabaseProvider.Sqlite;
        var connectionString = configuration.GetConnectionString("Portal") ?? "";
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddSingleton<IWriteGate, FairGate>();
                services.AddContext<SqlitePortalDbContext>((portal, options) => options
                    .UseSqlite(SqliteConnectionString(connectionString, portal))
                    .AddInterceptors(new SqlitePragmas()));
                break;
            case DatabaseProvider.SqlServer:
                services.AddSingleton<IWriteGate, OpenGate>();
                services.AddContext<SqlServerPortalDbContext>((_, options) => options
                    .UseSqlServer(Required(connectionString, provider)));
                break;
            case DatabaseProvider.Postgres:
                services.AddSingleton<IWriteGate, OpenGate>();
                services.AddContext<PostgresPortalDbContext>((_, options) => options
                    .UseNpgsql(Required(connectionString, provider)));
                break;
        }

        services.AddScoped<DatabaseMigrator>();
        return services;
    }

    private static void AddContext<TContext>(
        this IServiceCollection services, Action<PortalOptions, DbContextOptionsBuilder> configure)
        where TContext : PortalDbContext
    {
        services.AddDbContext<PortalDbContext, TContext>((provider, options) =>
        {
            configure(provider.GetRequiredService<IOptions<PortalOptions>>().Value, options);
            // Nothing personal may reach a log by way of a failed statement's parameters.
            options.EnableSensitiveDataLogging(false);
        });
    }

    private static string SqliteConnectionString(string configured, PortalOptions portal)
    {
        var builder = new SqliteConnectionStringBuilder(configured) { ForeignKeys = true };
        if (builder.DataSource.Length == 0)
        {
            Directory.CreateDirectory(portal.DataFolder);
            builder.DataSource = Path.Combine(portal.DataFolder, "portal.db");
        }

        return builder.ToString();
    }

    private static string Required(string connectionString, DatabaseProvider provider) =>
        connectionString.Length > 0
            ? connectionString
            : throw new InvalidOperationException(
                $"ConnectionStrings:Portal must be set when Database:Provider is {provider}.");
}
