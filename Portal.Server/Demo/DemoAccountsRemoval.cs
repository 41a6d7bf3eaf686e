using Microsoft.EntityFrameworkCore;
using Portal.Server.Demo.Domain;
using Portal.Server.Demo.Start;
using Portal.Server.Platform.Database;

namespace Portal.Server.Demo;

/// <summary>Without demo mode, the well-known passwords of an earlier demo on this data are gone before anyone is served.</summary>
internal sealed class DemoAccountsRemoval(IServiceScopeFactory scopes, DemoConsole console) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        // Only where there was a demo: elsewhere these addresses are nobody's business but the operator's.
        if (await database.Set<DemoState>().AnyAsync(cancellationToken)
            && await scope.ServiceProvider.GetRequiredService<DemoAccounts>().RemoveAsync(cancellationToken))
        {
            console.AccountsRemoved();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
