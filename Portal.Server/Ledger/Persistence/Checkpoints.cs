using Microsoft.EntityFrameworkCore;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform.Database;

namespace Portal.Server.Ledger.Persistence;

internal sealed class Checkpoints(PortalDbContext database) : ICheckpoints
{
    public async Task<Checkpoint> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var row = await database.Set<ProjectionCheckpoint>().AsNoTracking()
            .SingleOrDefaultAsync(checkpoint => checkpoint.Name == name, cancellationToken);
        return row is null ? default : new Checkpoint(row.LedgerPosition, row.BindingPosition);
    }

    public async Task<bool> MoveAsync(string name, Checkpoint from, Checkpoint to, CancellationToken cancellationToken)
    {
        var moved = await database.Set<ProjectionCheckpoint>()
            .Where(row => row.Name == name
                && row.LedgerPosition == from.LedgerPosition
                && row.BindingPosition == from.BindingPosition)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(checkpoint => checkpoint.LedgerPosition, to.LedgerPosition)
                    .SetProperty(checkpoint => checkpoint.BindingPosition, to.BindingPosition),
                cancellationToken);
        if (moved == 1)
        {
            return true;
        }

        var exists = await database.Set<ProjectionCheckpoint>().AnyAsync(row => row.Name == name, cancellationToken);
        if (exists || from != default)
        {
            return false;
        }

        // The first move makes the row; if another node does so too, the primary key lets only one through.
        database.Add(new ProjectionCheckpoint
        {
            Name = name,
            LedgerPosition = to.LedgerPosition,
            BindingPosition = to.BindingPosition,
        });
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        return true;
    }
}
