using Microsoft.Extensions.Options;
using Portal.Server.Delivery.Domain;
using Portal.Server.Delivery.Gateways;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Platform.Database;
using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Simulator;

/// <summary>The network as long as no real gateway is configured: it keeps what each phone received.</summary>
internal sealed class HandsetGateway(
    IServiceScopeFactory scopes, TimeProvider time, ProgressSignal signal, IOptions<DeliveryOptions> options)
    : IChannelGateway
{
    private static readonly TimeSpan _busyFor = TimeSpan.FromSeconds(2);

    private readonly SimulatorOptions _options = options.Value.Simulator;

    public bool Carries(Channel channel) => true;

    public async Task<SubmitResult> SubmitAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var digit = _options.OutcomeByLastDigit ? outgoing.To.E164[^1] : '0';
        switch (digit)
        {
            case '5' when outgoing.Attempt == 1:
                return SubmitResult.Retry(_busyFor, "throttled");
            case '6':
                return SubmitResult.Rejected("invalid destination");
        }

        await KeepAsync(outgoing, EndingOf(digit), cancellationToken);
        signal.Notify();
        return digit == '8' && outgoing.Attempt == 1 ? SubmitResult.Unknown("answer lost") : SubmitResult.Accepted;
    }

    private async Task KeepAsync(Outgoing outgoing, DeliveryState? ending, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = time.GetUtcNow();
        database.Add(new HandsetRow
        {
            SubscriberId = outgoing.SubscriberId,
            IsReply = false,
            Channel = outgoing.Channel,
            Sender = outgoing.Sender,
            Text = outgoing.Text.Text,
            Encoding = outgoing.Text.Encoding,
            Segments = outgoing.Text.Segments,
            Bytes = outgoing.Text.Bytes,
            At = now,
            DeliveryId = outgoing.DeliveryId,
            Attempt = outgoing.Attempt,
            Ending = ending,
            ReportAt = ending is null ? null : now,
        });
        await using var transaction = await database.BeginWriteAsync(WritePriority.Derived, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static DeliveryState? EndingOf(char digit) => digit switch
    {
        '2' or '7' => DeliveryState.Failed,
        '3' => null,
        '4' => DeliveryState.Expired,
        _ => DeliveryState.Delivered,
    };
}
