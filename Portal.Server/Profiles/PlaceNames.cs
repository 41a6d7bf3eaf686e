using Portal.Server.Merchants.Contracts;

namespace Portal.Server.Profiles;

/// <summary>Names of outlets and of their merchants, as a person reads them.</summary>
internal sealed record PlaceNames(
    IReadOnlyDictionary<int, OutletRecord> Outlets, IReadOnlyDictionary<int, MerchantRecord> Merchants)
{
    public string OutletName(int outletId) => Outlets.GetValueOrDefault(outletId)?.Name ?? $"#{outletId}";

    public string MerchantName(int merchantId) => Merchants.GetValueOrDefault(merchantId)?.Name ?? $"#{merchantId}";

    public string MerchantNameOf(int outletId) =>
        Outlets.TryGetValue(outletId, out var outlet) ? MerchantName(outlet.MerchantId) : "";
}
