using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Reading;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Platform.Time;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Promotions;

/// <summary>Creates a promotion as a draft, or gives one a new version.</summary>
/// <param name="Id">Null: a new one.</param>
internal sealed record SavePromotionCommand(Caller Caller, int? Id, SavePromotion Definition)
    : ICommand<PromotionView>;

internal sealed class SavePromotionHandler(
    PortalDbContext database, IMerchantDirectory merchants, PromotionViews views, OperatorClock clock)
    : IRequestHandler<SavePromotionCommand, Result<PromotionView>>
{
    public async Task<Result<PromotionView>> Handle(
        SavePromotionCommand request, CancellationToken cancellationToken)
    {
        var promotion = request.Id is { } id
            ? await database.Set<Promotion>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            : null;
        if (request.Id is not null && (promotion is null || !promotion.IsFor(request.Caller)))
        {
            return OffersErrors.UnknownPromotion();
        }

        var owner = promotion is null
            ? request.Caller.MerchantId ?? request.Definition.MerchantId
            : promotion.MerchantId;
        if (request.Definition.MerchantId is { } wanted && wanted != owner)
        {
            return OffersErrors.NotYours();
        }

        if (promotion?.Status == PromotionStatus.Ended)
        {
            return OffersErrors.Ended();
        }

        if (await CheckAsync(request.Definition, owner, cancellationToken) is { } error)
        {
            return error;
        }

        var json = OffersJson.Write(request.Definition with { MerchantId = owner });
        promotion = promotion is null
            ? await CreateAsync(request.Definition.Name, owner, json, cancellationToken)
            : await ChangeAsync(promotion, request.Definition.Name, json, cancellationToken);
        return promotion is null
            ? OffersErrors.Changed()
            : (await views.FindAsync(request.Caller, promotion.Id, cancellationToken))!;
    }

    private async Task<Error?> CheckAsync(
        SavePromotion definition, int? owner, CancellationToken cancellationToken)
    {
        if (owner is { } merchantId && await merchants.FindAsync(merchantId, cancellationToken) is null)
        {
            return OffersErrors.UnknownMerchant(merchantId);
        }

        var outlets = await merchants.OutletsAsync(cancellationToken);
        var problems = new PromotionRules(definition, owner, outlets).Check();
        return problems.Count > 0 ? OffersErrors.Invalid(problems) : null;
    }

    private async Task<Promotion> CreateAsync(
        string name, int? owner, string json, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var promotion = new Promotion { MerchantId = owner, Name = name, CreatedAt = now, UpdatedAt = now };
        database.Add(promotion);
        database.Add(new PromotionVersion { Promotion = promotion, Version = 1, Definition = json, SavedAt = now });
        database.Add(new PromotionCounters { Promotion = promotion });
        await database.SaveChangesAsync(cancellationToken);
        return promotion;
    }

    /// <summary>Null when somebody else was faster.</summary>
    private async Task<Promotion?> ChangeAsync(
        Promotion promotion, string name, string json, CancellationToken cancellationToken)
    {
        promotion.Name = name;
        database.Add(promotion.Change(json, clock.Now));
        return await database.TrySaveAsync(promotion, cancellationToken) ? promotion : null;
    }
}
