using Portal.Server.Ledger.Contracts;
using Portal.Server.Merchants.Contracts;

namespace Portal.Server.Dashboards.Following;

/// <summary>Names of merchants and outlets, read again when one is met that is not known yet.</summary>
internal sealed class ShopNames
{
    private IReadOnlyDictionary<int, MerchantRecord> _merchants = new Dictionary<int, MerchantRecord>();
    private IReadOnlyDictionary<int, OutletRecord> _outlets = new Dictionary<int, OutletRecord>();

    public string Merchant(int id) => _merchants.TryGetValue(id, out var merchant) ? merchant.Name : "";

    public string Outlet(int id) => _outlets.TryGetValue(id, out var outlet) ? outlet.Name : "";

    public async Task KnowAsync(
        IReadOnlyList<LedgerEntry> entries, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (entries.All(entry => _outlets.ContainsKey(entry.OutletId) && _merchants.ContainsKey(entry.MerchantId)))
        {
            return;
        }

        var directory = services.GetRequiredService<IMerchantDirectory>();
        _merchants = await directory.MerchantsAsync(cancellationToken);
        _outlets = await directory.OutletsAsync(cancellationToken);
    }
}
