namespace Portal.Server.Merchants.Contracts;

/// <summary>A merchant, as other modules see it.</summary>
internal sealed record MerchantRecord(int Id, string Code, string Name);

/// <summary>An outlet, as other modules see it; its place is null where nobody gave one.</summary>
internal sealed record OutletRecord(
    int Id, int MerchantId, string Code, string Name, string District, double? Latitude, double? Longitude);

/// <summary>Who and where the merchants are.</summary>
internal interface IMerchantDirectory
{
    Task<MerchantRecord?> FindAsync(int merchantId, CancellationToken cancellationToken);

    Task<MerchantRecord?> FindByCodeAsync(string code, CancellationToken cancellationToken);

    Task<OutletRecord?> FindOutletAsync(int outletId, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<int, MerchantRecord>> MerchantsAsync(CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<int, OutletRecord>> OutletsAsync(CancellationToken cancellationToken);
}
