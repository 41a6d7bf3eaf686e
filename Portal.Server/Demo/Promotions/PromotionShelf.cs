using MediatR;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Offers.Promotions;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Http;
using Portal.Shared.Offers;

namespace Portal.Server.Demo.Promotions;

/// <summary>Puts the town's promotions up, by the same commands as the people of the portal use; safe to repeat.</summary>
internal sealed class PromotionShelf(IMediator mediator, IMerchantDirectory merchants)
{
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var ids = (await merchants.MerchantsAsync(cancellationToken)).Values.ToDictionary(row => row.Code, row => row.Id);
        var query = new BrowsePromotionsQuery(Caller.Operator, null, Paging.From(null, Paging.MaxLimit).Value);
        var known = (await SendAsync(query, cancellationToken)).Items.Where(row => row.Status != PromotionStatus.Draft)
            .Select(row => row.Name).ToHashSet();
        foreach (var promotion in TownPromotions.Of(code => ids.TryGetValue(code, out var id) ? id : null))
        {
            if (!known.Contains(promotion.Name))
            {
                var draft = await SendAsync(new SavePromotionCommand(Caller.Operator, null, promotion), cancellationToken);
                var activate = new SetPromotionStatusCommand(Caller.Operator, draft.Id, PromotionStatus.Active);
                await SendAsync(activate, cancellationToken);
            }
        }
    }

    private async Task<T> SendAsync<T>(IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(request, cancellationToken);
        return outcome.IsSuccess
            ? outcome.Value
            : throw new InvalidOperationException($"A promotion of the demo town was refused: {outcome.Error.Message}");
    }
}
