using Portal.Server.Delivery.Domain;
using Portal.Server.Delivery.Text;
using Portal.Server.Platform.Privacy;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Gateways;

/// <summary>
/// Hands messages to a network: the simulated handsets, or an SMS gateway. Receipts come later, to
/// <see cref="Receipts.ReceiptBook"/>, with the delivery's id and attempt.
/// </summary>
internal interface IChannelGateway
{
    bool Carries(Channel channel);

    /// <summary>Called at most once for each attempt of a delivery. An exception counts as unknown.</summary>
    Task<SubmitResult> SubmitAsync(Outgoing outgoing, CancellationToken cancellationToken);
}

/// <summary>A message as it leaves the portal.</summary>
/// <param name="Link">Address of the offer, for channels that carry it apart from the text.</param>
internal sealed record Outgoing(
    Guid DeliveryId,
    int Attempt,
    Channel Channel,
    long SubscriberId,
    Msisdn To,
    string Sender,
    SmsText Text,
    string? Link,
    DateTimeOffset ValidUntil);

/// <summary>What a gateway said.</summary>
/// <param name="After">For a retry: not sooner than this.</param>
/// <param name="Detail">The gateway's own words; no personal data.</param>
internal readonly record struct SubmitResult(AttemptOutcome Outcome, TimeSpan? After = null, string? Detail = null)
{
    /// <summary>The network has it.</summary>
    public static SubmitResult Accepted => new(AttemptOutcome.Accepted);

    /// <summary>The gateway keeps it until the network is there.</summary>
    public static SubmitResult Queued => new(AttemptOutcome.Queued);

    /// <summary>It surely was not taken.</summary>
    public static SubmitResult Retry(TimeSpan? after = null, string? detail = null) =>
        new(AttemptOutcome.Retry, after, detail);

    /// <summary>It never will be taken.</summary>
    public static SubmitResult Rejected(string detail) => new(AttemptOutcome.Rejected, null, detail);

    /// <summary>The request was written, its answer never came.</summary>
    public static SubmitResult Unknown(string? detail = null) => new(AttemptOutcome.Unknown, null, detail);
}
