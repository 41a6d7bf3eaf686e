using MediatR;
using Portal.Server.Merchants.Contracts;
using Portal.Server.Offers.Domain;
using Portal.Server.Offers.Domain.Audience;
using Portal.Server.Offers.Matching;
using Portal.Server.Offers.Reading;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Time;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Terminals.Contracts;
using Portal.Shared.Categories;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Decisions;

/// <summary>
/// The best offers for a subscriber now, as if the subscriber tapped at this terminal; issues nothing.
/// </summary>
/// <param name="TerminalId">Null: whatever the trigger.</param>
internal sealed record DecideQuery(long SubscriberId, string? TerminalId) : IQuery<IReadOnlyList<DecisionView>>;

internal sealed class DecideHandler(
    PromotionCatalogue catalogue,
    CapReader caps,
    WaterfallFactory waterfalls,
    IProfiles profiles,
    ITerminalDirectory terminals,
    IMerchantDirectory merchants,
    OutletMap outletMap,
    OperatorClock clock,
    Microsoft.Extensions.Options.IOptions<OffersOptions> options)
    : IRequestHandler<DecideQuery, Result<IReadOnlyList<DecisionView>>>
{
    public async Task<Result<IReadOnlyList<DecisionView>>> Handle(
        DecideQuery request, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var loaded = await profiles.LoadAsync([request.SubscriberId], clock.Today, cancellationToken);
        if (!loaded.TryGetValue(request.SubscriberId, out var profile))
        {
            return OffersErrors.UnknownSubscriber();
        }

        var terminal = request.TerminalId is { } id ? await terminals.FindAsync(id, cancellationToken) : null;
        if (request.TerminalId is not null && terminal is null)
        {
            return OffersErrors.UnknownTerminal();
        }

        var outlets = await outletMap.GetAsync(
            merchants, terminal is null ? [] : [terminal.OutletId], cancellationToken);
        var running = (await catalogue.RunningAsync(cancellationToken))
            .Where(promotion => promotion.IsScheduledAt(now, clock.Local(now).Hour))
            .Where(promotion => terminal is null || IsTriggered(promotion, terminal, outlets, now))
            .ToList();
        var book = await caps.LoadAsync(
            [.. running.Select(promotion => promotion.Id)], [request.SubscriberId], [clock.Today], (clock.Today, now),
            cancellationToken);
        var facts = new AudienceFacts(profile, outlet => outlets.GetValueOrDefault(outlet)?.District);
        var waterfall = waterfalls.Create(book);
        var language = profile.Registration.Language;
        return running
            .Select(promotion => new Candidate(promotion, facts, promotion.WorthOn(0)))
            .OrderByDescending(candidate => candidate.Score)
            .ThenByDescending(candidate => candidate.Promotion.Specificity)
            .ThenBy(candidate => candidate.Promotion.Id)
            .Select(candidate => waterfall.Run(candidate, request.SubscriberId, now))
            .OrderByDescending(walk => walk.Passed)
            .Select(walk => ToView(walk, language, terminal is null ? "asked" : $"asked at terminal {terminal.Code}"))
            .ToList();
    }

    private bool IsTriggered(
        RunningPromotion promotion,
        TerminalRecord terminal,
        IReadOnlyDictionary<int, OutletRecord> outlets,
        DateTimeOffset now) => promotion.IsTriggeredAt(
            ConsumptionCategories.IdOfMcc(terminal.Mcc),
            terminal.MerchantId,
            terminal.OutletId,
            outlets.GetValueOrDefault(terminal.OutletId)?.District ?? "",
            clock.Local(now));

    private DecisionView ToView(Walk walk, string? language, string trigger)
    {
        var promotion = walk.Candidate.Promotion;
        var (_, text) = promotion.TextFor(language, options.Value.DefaultLanguage);
        return new DecisionView(
            promotion.Id,
            promotion.MerchantId,
            text.Title,
            text.Text,
            promotion.Definition.Benefit,
            walk.Passed,
            Reasons.Of(walk, trigger));
    }
}
