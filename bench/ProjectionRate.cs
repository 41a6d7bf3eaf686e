using System.Diagnostics;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Ledger.Contracts;
using Portal.Server.Subscribers.SaveSubscriber;

namespace Portal.Bench;

/// <summary>Whether the projection of statistics keeps up with the append of batched posts.</summary>
internal static class ProjectionRate
{
    private const string Projection = "statistics";
    private const int Subscribers = 2_000;

    public static async Task RunAsync()
    {
        var kept = new List<ServiceDescriptor>();
        await using var portal = await BenchPortal.StartAsync(services =>
        {
            kept.AddRange(services.Where(service => service.ServiceType == typeof(ProjectionRegistration)));
            Projections.Remove(services);
        });
        await BindAsync(portal);
        await BatchedPosts.RoundAsync(portal, "warm", 60);
        await AdvanceAsync(portal, kept);
        var appended = await BatchedPosts.RoundAsync(portal, "run", 300);
        var (rows, seconds) = await AdvanceAsync(portal, kept);

        Measured.Rate("durable posts in batches of 1,000", appended, "rows");
        Measured.Rate($"projection of statistics, {rows:N0} rows of {Subscribers:N0} subscribers", rows / seconds, "rows");
        Measured.Ratio("projected / posted", rows / seconds / appended, 1);
    }

    /// <summary>The bodies pay with forty thousand PaymentIds; here all of them have a holder.</summary>
    private static async Task BindAsync(BenchPortal portal)
    {
        await using var scope = portal.App.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        const int PerSubscriber = 20;
        for (var i = 0; i < Subscribers; i++)
        {
            var ids = Enumerable.Range(0, PerSubscriber).Select(k => Bodies.PaymentId((i * PerSubscriber) + k)).ToList();
            var msisdn = string.Create(CultureInfo.InvariantCulture, $"+861380{i:D7}");
            await mediator.Send(new SaveSubscriberCommand(new() { Msisdn = msisdn, PaymentIds = ids }, "bench"));
        }
    }

    private static async Task<(long Rows, double Seconds)> AdvanceAsync(
        BenchPortal portal, IEnumerable<ServiceDescriptor> registrations)
    {
        var registration = registrations.Select(service => (ProjectionRegistration)service.ImplementationInstance!)
            .Single(candidate => candidate.Name == Projection);
        var started = Stopwatch.GetTimestamp();
        var before = await PositionAsync(portal);
        while (true)
        {
            await using var scope = portal.App.Services.CreateAsyncScope();
            var projection = (IProjection)scope.ServiceProvider.GetRequiredService(registration.Type);
            if (!await projection.AdvanceAsync(CancellationToken.None))
            {
                break;
            }
        }

        return (await PositionAsync(portal) - before, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static async Task<long> PositionAsync(BenchPortal portal)
    {
        await using var scope = portal.App.Services.CreateAsyncScope();
        var checkpoints = scope.ServiceProvider.GetRequiredService<ICheckpoints>();
        return (await checkpoints.ReadAsync(Projection, CancellationToken.None)).LedgerPosition;
    }
}
