using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Server.Ledger.Domain;
using Portal.Server.Ledger.RecordTransactions;
using Portal.Server.Platform.Database;
using Portal.Shared.Ledger;

namespace Portal.Bench;

/// <summary>
/// Durable single posts over HTTP against (a) the same Kestrel that only parses the same body, and (b) one EF
/// SaveChanges per request on the same kind of database.
/// </summary>
internal static class SinglePosts
{
    private const int Connections = 256;
    private static readonly TimeSpan _time = TimeSpan.FromSeconds(8);

    public static async Task RunAsync()
    {
        await using var portal = await BenchPortal.StartAsync(Projections.Remove);
        await using var bare = await StartBareAsync();
        var posts = new SocketLoad(portal.Port, "/api/v1/transactions", portal.Token);
        var parses = new SocketLoad(new Uri(bare.Urls.First()).Port, "/bare", null);
        await RoundAsync(posts, "warm", TimeSpan.FromSeconds(6));
        await RoundAsync(parses, "warm", TimeSpan.FromSeconds(6));

        // Interleaved, so that a busy neighbour hits both alike.
        double durable = 0, parsed = 0;
        for (var round = 0; round < 3; round++)
        {
            durable += await RoundAsync(posts, $"r{round}", _time / 2) / 3;
            parsed += await RoundAsync(parses, $"r{round}", _time / 2) / 3;
        }

        var perRequest = await SaveChangesPerRequestAsync(portal);
        Measured.Rate("bare endpoint: parses the body, stores nothing", parsed, "posts");
        Measured.Rate($"durable single posts, {Connections} connections", durable, "posts");
        Measured.Rate("EF SaveChanges per request, 256 at once", perRequest, "posts");
        Measured.Ratio("durable / bare", durable / parsed, 0.40);
        Measured.Ratio("durable / SaveChanges per request", durable / perRequest, 40, "x");
    }

    private static Task<double> RoundAsync(SocketLoad load, string run, TimeSpan time) =>
        Measured.PerSecondAsync(stop => load.RunAsync(Connections, n => Bodies.One(run, n), stop), time);

    private static async Task<WebApplication> StartBareAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/bare", async (HttpContext http) =>
        {
            var read = await http.Request.BodyReader.ReadAsync();
            while (!read.IsCompleted)
            {
                http.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                read = await http.Request.BodyReader.ReadAsync();
            }

            var item = TransactionBody.ReadOne(read.Buffer);
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            return Results.Json(
                new TransactionOutcome(item.Id, "accepted", 1), TransactionJson.Default.TransactionOutcome);
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>What an application that saves each request by itself would do: one context, one row, one commit.</summary>
    private static Task<double> SaveChangesPerRequestAsync(BenchPortal portal)
    {
        long next = 0;
        return Measured.PerSecondAsync(
            async stop =>
            {
                await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
                {
                    while (!stop.IsCancellationRequested)
                    {
                        await SaveOneAsync(portal, Interlocked.Increment(ref next));
                    }
                })));
                return next;
            },
            _time);
    }

    private static async Task SaveOneAsync(BenchPortal portal, long n)
    {
        await using var scope = portal.App.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        database.Add(new LedgerTransaction
        {
            Position = 1_000_000_000 + n,
            TerminalId = 1 + (int)(n % BenchPortal.Terminals),
            TransactionId = $"ef-{n:D10}",
            Kind = TransactionKind.Purchase,
            Sequence = n,
            PaymentIdHash = BitConverter.GetBytes(n).Concat(BitConverter.GetBytes(n)).ToArray(),
            PaymentIdLast4 = "0001",
            AmountMinor = 100,
            OccurredAt = DateTimeOffset.UnixEpoch,
            ReceivedAt = DateTimeOffset.UnixEpoch,
            MerchantId = 1,
            OutletId = 1,
            Mcc = "5812",
            CategoryId = 4,
        });
        await database.SaveChangesAsync();
    }
}
