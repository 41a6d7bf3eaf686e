using System.Buffers;
using System.Security.Claims;
using MediatR;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Http;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.RecordTransactions;

/// <summary><c>POST /api/v1/transactions</c> and <c>/batch</c>: terminals report what was paid [0036].</summary>
internal static class RecordTransactionsEndpoint
{
    /// <summary>More would hold one commit, and with it every other terminal's answer, for too long.</summary>
    public const int MaxBatch = 1_000;

    /// <summary>A thousand transactions of the longest fields, twice over.</summary>
    private const int MaxBatchBytes = 2 * 1024 * 1024;

    private const int MaxSingleBytes = 8 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var transactions = routes.MapGroup("/api/v1/transactions")
            .WithTags("Transactions")
            .RequireAuthorization(Policies.PostTransactions);
        transactions.MapPost("/", PostOneAsync)
            .Accepts<TransactionPost>("application/json")
            .Produces<TransactionOutcome>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithSummary("Records one transaction; answered only when it is on the disk.");
        transactions.MapPost("/batch", PostBatchAsync)
            .Accepts<TransactionPost[]>("application/json", "application/x-ndjson")
            .Produces<BatchOutcome>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithSummary("Records 1 to 1,000 transactions, each on its own.");
    }

    private static async Task<IResult> PostOneAsync(HttpContext http, IMediator mediator)
    {
        var item = await ReadBodyAsync(
            http, MaxSingleBytes, body => Result<ReadTransaction>.Success(TransactionBody.ReadOne(body)));
        if (!item.IsSuccess)
        {
            return item.Error.ToHttp();
        }

        var recorded = await mediator.Send(new RecordTransactionsCommand(Caller.Of(http.User), [item.Value]));
        return recorded.ToHttp(outcomes => outcomes[0].Error is { } error
            ? error.ToHttp()
            : Results.Json(ToView(outcomes[0]), TransactionJson.Default.TransactionOutcome));
    }

    private static async Task<IResult> PostBatchAsync(HttpContext http, IMediator mediator)
    {
        var isLines = http.Request.ContentType?.StartsWith("application/x-ndjson", StringComparison.OrdinalIgnoreCase);
        var items = await ReadBodyAsync(http, MaxBatchBytes, body => isLines == true
            ? TransactionBody.ReadLines(body, MaxBatch)
            : TransactionBody.ReadArray(body, MaxBatch));
        if (!items.IsSuccess)
        {
            return items.Error.ToHttp();
        }

        var recorded = await mediator.Send(new RecordTransactionsCommand(Caller.Of(http.User), items.Value));
        return recorded.ToHttp(outcomes => Results.Json(ToView(outcomes), TransactionJson.Default.BatchOutcome));
    }

    /// <summary>Waits for the whole body, reads it where it lies, and gives the memory back.</summary>
    private static async Task<Result<T>> ReadBodyAsync<T>(
        HttpContext http, int limit, Func<ReadOnlySequence<byte>, Result<T>> parse)
    {
        var body = http.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > limit)
            {
                body.AdvanceTo(read.Buffer.End);
                return Error.Invalid("request.too-large", "$", $"The body is larger than {limit:N0} bytes.");
            }

            if (read.IsCompleted)
            {
                var parsed = parse(read.Buffer);
                body.AdvanceTo(read.Buffer.End);
                return parsed;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static TransactionOutcome ToView(ItemOutcome outcome) => outcome.Error is { } error
        ? new TransactionOutcome(outcome.Id, "rejected", null, error.Code, error.Message)
        : new TransactionOutcome(outcome.Id, outcome.IsDuplicate ? "duplicate" : "accepted", outcome.Position);

    private static BatchOutcome ToView(IReadOnlyList<ItemOutcome> outcomes)
    {
        var views = new TransactionOutcome[outcomes.Count];
        int duplicates = 0, rejected = 0;
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = ToView(outcomes[i]);
            duplicates += outcomes[i].IsDuplicate ? 1 : 0;
            rejected += outcomes[i].Error is null ? 0 : 1;
        }

        return new BatchOutcome(views.Length - duplicates - rejected, duplicates, rejected, views);
    }
}
