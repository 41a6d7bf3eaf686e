using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Server.Platform.Database;

/// <summary>
/// The one database of the portal. It has no sets: each module brings its entities' configurations, and handlers ask
/// for <c>Set&lt;T&gt;()</c> of their own module's types.
/// </summary>
internal abstract class PortalDbContext(DbContextOptions options, IWriteGate gate) : DbContext(options)
{
    private bool _writing;

    /// <summary>Begins a transaction that will write; on SQLite it has the write lock from its first moment.</summary>
    public async Task<WriteTransaction> BeginWriteAsync(WritePriority priority, CancellationToken cancellationToken)
    {
        var pass = await gate.EnterAsync(priority, cancellationToken);
        try
        {
            var transaction = await Database.BeginTransactionAsync(cancellationToken);
            _writing = true;
            return new WriteTransaction(transaction, pass, () => _writing = false);
        }
        catch
        {
            pass.Dispose();
            throw;
        }
    }

    /// <summary>Begins a transaction that only reads, and sees one state of the database throughout.</summary>
    public virtual Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);

    /// <summary>Saves in one transaction; outside <see cref="BeginWriteAsync"/> it waits at the write gate itself.</summary>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_writing)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var pass = await gate.EnterAsync(WritePriority.Command, cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously: the write gate is awaited.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        modelBuilder.UseOpenIddict();
        modelBuilder.UseSnakeCaseNames();
    }
}

internal sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options, IWriteGate gate)
    : PortalDbContext(options, gate)
{
    /// <summary>SQLite has no type for instants that sorts: they are stored as milliseconds since 1970.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();

    /// <summary>A deferred transaction: in write-ahead-log mode it reads one state and keeps no writer out.</summary>
    public override async Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)Database.GetDbConnection();
        return (await Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellationToken))!;
    }
}

internal sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options, IWriteGate gate)
    : PortalDbContext(options, gate)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
}

internal sealed class PostgresPortalDbContext(DbContextOptions<PostgresPortalDbContext> options, IWriteGate gate)
    : PortalDbContext(options, gate)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    public override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
}
