using Microsoft.EntityFrameworkCore;

namespace Portal.Server.Platform.Database;

/// <summary>Brings the schema up to date: by itself on SQLite, elsewhere only when <c>--migrate</c> is given.</summary>
internal sealed class DatabaseMigrator(PortalDbContext database)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        database.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await database.Database.MigrateAsync(cancellationToken);
    }

    /// <exception cref="InvalidOperationException">Migrations are pending and nobody allowed them.</exception>
    public async Task MigrateOrRefuseAsync(bool allowed, CancellationToken cancellationToken)
    {
        if (allowed || database is SqlitePortalDbContext)
        {
            await MigrateAsync(cancellationToken);
            return;
        }

        var pending = (await database.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            throw new InvalidOperationException(
                $"The database lacks {pending.Count} migration(s), the first is {pending[0]}. "
                + "Start once with --migrate, or run the verb 'migrate'.");
        }
    }
}
