using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Server.Platform.Database;

/// <summary>A transaction that holds the write gate until it is disposed; not committed means rolled back.</summary>
internal sealed class WriteTransaction(IDbContextTransaction transaction, IDisposable pass, Action ended)
    : IAsyncDisposable
{
    public IDbContextTransaction Inner => transaction;

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            ended();
            pass.Dispose();
        }
    }
}
