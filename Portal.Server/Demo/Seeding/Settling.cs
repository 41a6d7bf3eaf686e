using MediatR;
using Portal.Server.Demo.Town;
using Portal.Server.Merchants.SaveOutlets;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Subscribers.SaveSubscribers;
using Portal.Server.Terminals.SaveTerminals;
using Portal.Shared.Delivery;
using Portal.Shared.Subscribers;
using Portal.Shared.Terminals;
using SubscriberRequest = Portal.Shared.Subscribers.SaveSubscriber;

namespace Portal.Server.Demo.Seeding;

/// <summary>Registers the town's shops and people by the same commands as an import; safe to repeat.</summary>
internal sealed class Settling(IServiceScopeFactory scopes)
{
    private const int BatchSize = 500;

    public async Task OpenShopsAsync(TownPlan plan, CancellationToken cancellationToken)
    {
        var names = plan.Merchants.ToDictionary(merchant => merchant.Code, merchant => merchant.Name);
        var rows = plan.Outlets.Select(outlet => new OutletRow(
            outlet.MerchantCode,
            names[outlet.MerchantCode],
            outlet.Code,
            outlet.Name,
            outlet.District,
            outlet.Latitude,
            outlet.Longitude)).ToList();
        var ids = await SendAsync(new SaveOutletsCommand(rows), cancellationToken);
        var outletIds = rows.Zip(ids).ToDictionary(pair => pair.First.OutletCode, pair => pair.Second);
        var terminals = plan.Terminals.Select(terminal => new TerminalRow(
            terminal.Code,
            outletIds[terminal.OutletCode],
            Enum.Parse<TerminalKind>(terminal.Kind.ToString()),
            terminal.Category));
        await SendAsync(new SaveTerminalsCommand([.. terminals]), cancellationToken);
    }

    public async Task MoveInAsync(TownPlan plan, CancellationToken cancellationToken)
    {
        foreach (var people in plan.Subscribers.Select(Request).Chunk(BatchSize))
        {
            await SendAsync(new SaveSubscribersCommand(people, "registration"), cancellationToken);
        }
    }

    private static SubscriberRequest Request(TownSubscriber subscriber) => new()
    {
        Msisdn = subscriber.Msisdn,
        PaymentIds = subscriber.PaymentIds,
        Name = subscriber.Name,
        Gender = Enum.Parse<Gender>(subscriber.Gender),
        BirthDate = subscriber.BirthDate,
        Occupation = subscriber.Occupation,
        Address = subscriber.Address,
        District = subscriber.District,
        ArpuMinor = subscriber.ArpuMinor,
        Language = subscriber.Language,
        ContractDate = subscriber.ContractDate,
        Consents = [.. subscriber.Consents.Select(consent => Enum.Parse<Channel>(consent, ignoreCase: true))],
    };

    private async Task<List<T>> SendAsync<T>(
        ICommand<IReadOnlyList<Result<T>>> command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
        return [.. outcome.Value.Select(each => each.Value)];
    }
}
