using Portal.Server.Merchants.Contracts;

namespace Portal.Server.Demo.Promotions;

/// <summary>Puts the town's promotions up, by the same commands as the people of the portal use.</summary>
internal sealed class PromotionShelf(IMerchantDirectory merchants)
{
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var ids = (await merchants.MerchantsAsync(cancellationToken)).Values.ToDictionary(row => row.Code, row => row.Id);
        _ = TownPromotions.Of(code => ids.TryGetValue(code, out var id) ? id : null).Count;
    }
}
