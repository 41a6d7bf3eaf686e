using Portal.Server.Offers.Contracts;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Delivery;

namespace Portal.Server.Offers.Matching;

/// <summary>
/// Stands in where no delivery module is registered: every channel counts as working, nothing is sent.
/// </summary>
internal sealed class NoDelivery : IDeliveryOutbox
{
    public IReadOnlyList<Channel> Reachable(Registration registration, IReadOnlyList<Channel> channels) => channels;

    public void Add(OutgoingOffer offer)
    {
    }

    public Task CancelAsync(IReadOnlyCollection<Guid> offerIds, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
