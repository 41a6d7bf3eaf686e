using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform;
using Portal.Server.Platform.Database;

namespace Portal.Server.Ledger.Appending;

/// <summary>One deployment has one currency: the first start writes it down, a later start with another is refused.</summary>
internal sealed class CurrencyPin(PortalDbContext database, IOptions<PortalOptions> options)
{
    /// <exception cref="InvalidOperationException">The ledger holds another currency.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var head = await database.Set<LedgerHead>().SingleAsync(cancellationToken);
        if (head.Currency is null)
        {
            head.Currency = options.Value.Currency;
            await database.SaveChangesAsync(cancellationToken);
        }
        else if (head.Currency != options.Value.Currency)
        {
            throw new InvalidOperationException(
                $"Portal:Currency is {options.Value.Currency}, but this ledger is kept in {head.Currency}.");
        }
    }
}
