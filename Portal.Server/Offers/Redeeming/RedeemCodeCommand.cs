using MediatR;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Reading;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Platform.Time;
using Portal.Server.Terminals.Contracts;
using Portal.Shared.Categories;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Redeeming;

/// <summary>Redeems an offer by its code at a till.</summary>
internal sealed record RedeemCodeCommand(Caller Caller, RedeemCode Body) : ICommand<CodeRedeemed>;

internal sealed class RedeemCodeHandler(
    PortalDbContext database,
    ITerminalDirectory terminals,
    PromotionCatalogue catalogue,
    CounterUpdates counters,
    OperatorClock clock)
    : IRequestHandler<RedeemCodeCommand, Result<CodeRedeemed>>
{
    /// <summary>
    /// Each failed try means that another till or the matching changed the offer; then it is read again.
    /// </summary>
    private const int MaxAttempts = 4;

    public async Task<Result<CodeRedeemed>> Handle(RedeemCodeCommand request, CancellationToken cancellationToken)
    {
        if (RedemptionCode.Normalise(request.Body.Code) is not { } code)
        {
            return OffersErrors.UnknownCode();
        }

        var terminal = await terminals.FindAsync(request.Body.TerminalId, cancellationToken);
        if (terminal is not { IsActive: true } || !request.Caller.MaySee(terminal.MerchantId))
        {
            return OffersErrors.TerminalNotAllowed();
        }

        for (var attempt = 1; attempt < MaxAttempts; attempt++)
        {
            if (await TryAsync(request.Body, code, terminal, cancellationToken) is { } outcome)
            {
                return outcome;
            }

            database.ChangeTracker.Clear();
        }

        return OffersErrors.AlreadyRedeemed();
    }

    /// <summary>Null when somebody else changed the offer meanwhile.</summary>
    private async Task<Result<CodeRedeemed>?> TryAsync(
        RedeemCode body, string code, TerminalRecord terminal, CancellationToken cancellationToken)
    {
        var offer = await database.Set<Offer>().SingleOrDefaultAsync(row => row.Code == code, cancellationToken);
        if (offer is null)
        {
            return OffersErrors.UnknownCode();
        }

        if (await FindRepeatedAsync(body, offer, terminal, cancellationToken) is { } repeated)
        {
            return repeated;
        }

        if (await RefuseAsync(body, offer, terminal, cancellationToken) is { } error)
        {
            return error;
        }

        var redemption = ToRedemption(body, offer, terminal);
        return await TryWriteAsync(offer, redemption, cancellationToken)
            ? Result<CodeRedeemed>.Success(ToView(offer, redemption.Id, redemption.At, false))
            : null;
    }

    private async Task<Result<CodeRedeemed>?> FindRepeatedAsync(
        RedeemCode body, Offer offer, TerminalRecord terminal, CancellationToken cancellationToken)
    {
        if (body.TransactionId is null)
        {
            return null;
        }

        var before = await database.Set<Redemption>().AsNoTracking().SingleOrDefaultAsync(
            row => row.TerminalId == terminal.Id && row.TransactionId == body.TransactionId, cancellationToken);
        if (before is null)
        {
            return null;
        }

        return before.OfferId == offer.Id && before.VoidedAt is null
            ? ToView(offer, before.Id, before.At, true)
            : OffersErrors.TransactionUsed();
    }

    private async Task<Error?> RefuseAsync(
        RedeemCode body, Offer offer, TerminalRecord terminal, CancellationToken cancellationToken)
    {
        var key = (offer.PromotionId, offer.PromotionVersion);
        var promotion = (await catalogue.GetAsync([key], cancellationToken))[key];
        var category = ConsumptionCategories.IdOfMcc(terminal.Mcc);
        // First whether it is this till's business at all: another merchant's till learns nothing more.
        if (!promotion.IsRedeemableAt(terminal.MerchantId, terminal.OutletId, category, RedeemedBy.Code))
        {
            return OffersErrors.NotHere();
        }

        return offer.StateAt(clock.Now) switch
        {
            OfferState.Redeemed => OffersErrors.AlreadyRedeemed(),
            OfferState.Expired => OffersErrors.Expired(offer.ValidUntil),
            OfferState.Withdrawn or OfferState.Dismissed => OffersErrors.OfferWithdrawn(),
            OfferState.Open => offer.MinAmountMinor > 0 && !(body.AmountMinor >= offer.MinAmountMinor)
                ? OffersErrors.BelowMinimum(offer.MinAmountMinor)
                : null,
        };
    }

    private async Task<bool> TryWriteAsync(Offer offer, Redemption redemption, CancellationToken cancellationToken)
    {
        var book = new CapBook(clock.Today);
        book.Redeem(offer);
        offer.MoveTo(OfferState.Redeemed, redemption.At);
        database.Add(redemption);
        await using var transaction = await database.BeginWriteAsync(WritePriority.Command, cancellationToken);
        try
        {
            if (!await counters.TryApplyAsync(book, _ => null, cancellationToken))
            {
                return false;
            }

            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private Redemption ToRedemption(RedeemCode body, Offer offer, TerminalRecord terminal) => new()
    {
        Id = Guid.CreateVersion7(clock.Now),
        OfferId = offer.Id,
        PromotionId = offer.PromotionId,
        MerchantId = offer.MerchantId,
        SubscriberId = offer.SubscriberId,
        By = RedeemedBy.Code,
        TerminalId = terminal.Id,
        OutletId = terminal.OutletId,
        TransactionId = body.TransactionId,
        NetMinor = body.AmountMinor,
        MinAmountMinor = offer.MinAmountMinor,
        CostMinor = offer.CostMinor,
        At = clock.Now,
    };

    private static CodeRedeemed ToView(Offer offer, Guid redemptionId, DateTimeOffset at, bool repeated) => new(
        redemptionId, offer.Title, new Benefit(offer.BenefitKind, offer.BenefitValue), offer.CostMinor, at, repeated);
}
