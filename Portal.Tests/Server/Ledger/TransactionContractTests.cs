using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Identity.Contracts;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform.Database;
using Portal.Shared.Ledger;
using Portal.Shared.Terminals;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Ledger;

/// <summary>The contract of section 6, row by row.</summary>
public sealed class TransactionContractTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _now = PortalUnderTest.Start;
    private static readonly TransactionPost _tap = Town.Purchase("a-1", "T-1", "EP-0001", 4599, _now);

    private PortalUnderTest _portal = null!;
    private HttpClient _till = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalUnderTest.StartAsync();
        await _portal.AddShopAsync("M-1", "T-1");
        _till = await _portal.TerminalSystemAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    public static TheoryData<string, string> Malformed => new()
    {
        { "id", """{ "id": "a b" }""" },
        { "id", """{ "id": "" }""" },
        { "id", """{ "id": 7 }""" },
        { "id", $$"""{ "id": "{{new string('x', 65)}}" }""" },
        { "kind", """{ "kind": "theft" }""" },
        { "kind", """{ "kind": 0 }""" },
        { "originalId", """{ "originalId": "a-0" }""" },
        { "originalId", """{ "kind": "refund" }""" },
        { "originalId", """{ "kind": "reversal", "originalId": "a-1" }""" },
        { "paymentId", """{ "paymentId": "EP" }""" },
        { "paymentId", """{ "paymentId": "EP 0001" }""" },
        { "amountMinor", """{ "amountMinor": 0 }""" },
        { "amountMinor", """{ "amountMinor": -5 }""" },
        { "amountMinor", """{ "amountMinor": 45.99 }""" },
        { "amountMinor", """{ "amountMinor": "4599" }""" },
        { "amountMinor", """{ "amountMinor": 99999999999999 }""" },
        { "currency", """{ "currency": "USD" }""" },
        { "currency", """{ "currency": "cny" }""" },
        { "occurredAt", """{ "occurredAt": "2026-11-23T12:00:00" }""" },
        { "occurredAt", """{ "occurredAt": "yesterday" }""" },
        { "occurredAt", """{ "occurredAt": "2026-11-23T04:10:01Z" }""" },
        { "occurredAt", """{ "occurredAt": "1969-12-31T23:59:59Z" }""" },
        { "sequence", """{ "sequence": -1 }""" },
        { "category", """{ "category": "58" }""" },
        { "category", """{ "category": "food" }""" },
        { "colour", """{ "colour": "red" }""" },
        { "terminalId", """{ "terminalId": null }""" },
    };

    [Theory, MemberData(nameof(Malformed))]
    public async Task A_malformed_transaction_is_refused_and_the_field_is_named(string field, string changes)
    {
        var answer = await PostAsync(Changed(changes));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("transaction.malformed", problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_missing_field_is_named()
    {
        var answer = await PostAsync("""{ "id": "a-1", "terminalId": "T-1", "kind": "purchase" }""");

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(problem.GetProperty("errors").TryGetProperty("paymentId", out _), problem.ToString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{ "id": "a-1" } { "id": "a-2" }""")]
    public async Task What_is_no_json_object_is_refused(string body)
    {
        var answer = await PostAsync(body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("6212345678901232")]
    public async Task A_card_number_is_refused_and_kept_nowhere(string cardNumber)
    {
        var answer = await _till.PostTapAsync(_tap with { PaymentId = cardNumber });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("payment-id.looks-like-card", await answer.ProblemCodeAsync());
        Assert.DoesNotContain(cardNumber, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Unknown_suspended_and_foreign_terminals_are_answered_alike()
    {
        var other = await _portal.AddShopAsync("M-2", "T-2");
        await _portal.AddTerminalAsync((await _portal.AddOutletAsync(other.Id, "M-2-02")).Id, "T-3");
        var operatorsClient = await _portal.OperatorAsync();
        await operatorsClient.PutAsJsonAsync(
            "/api/v1/terminals/T-3/status", new SetTerminalStatus(TerminalStatus.Suspended), Town.Json);
        var tillOfTwo = await _portal.ClientAsync(other.Id, PortalScopes.WriteTransactions);

        var answers = new[]
        {
            await tillOfTwo.PostTapAsync(_tap),
            await tillOfTwo.PostTapAsync(_tap with { TerminalId = "T-9" }),
            await tillOfTwo.PostTapAsync(_tap with { TerminalId = "T-3" }),
        };

        foreach (var answer in answers)
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("terminal.not-allowed", await answer.ProblemCodeAsync());
        }

        Assert.Equal(1, await tillOfTwo.TapAsync(_tap with { TerminalId = "T-2" }));
    }

    [Fact]
    public async Task A_token_without_the_scope_may_not_post()
    {
        var reader = await _portal.ClientAsync(null, PortalScopes.Api);

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostTapAsync(_tap)).StatusCode);
    }

    [Fact]
    public async Task A_batch_answers_item_by_item()
    {
        await _till.TapAsync(_tap);
        object[] batch =
        [
            _tap,
            _tap with { AmountMinor = 1 },
            _tap with { Id = "a-2" },
            _tap with { Id = "a-3", PaymentId = "4111111111111111" },
            _tap with { Id = "a-4", TerminalId = "T-9" },
            _tap with { Id = "a-2" },
            "no object",
        ];

        var answer = await _till.PostAsJsonAsync("/api/v1/transactions/batch", batch, Town.Json);
        var outcome = (await answer.Content.ReadFromJsonAsync<BatchOutcome>(Town.Json))!;

        Assert.Equal((1, 2, 4), (outcome.Accepted, outcome.Duplicates, outcome.Rejected));
        Assert.Equal(
            [
                ("duplicate", 1L, null),
                ("rejected", null, "transaction.id-reused"),
                ("accepted", 2L, null),
                ("rejected", null, "payment-id.looks-like-card"),
                ("rejected", null, "terminal.not-allowed"),
                ("duplicate", 2L, null),
                ("rejected", (long?)null, "transaction.malformed"),
            ],
            outcome.Results.Select(item => (item.Status, item.Position, item.Code)));
    }

    [Fact]
    public async Task Lines_of_json_are_a_batch_as_well()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 3).Select(i => Json(_tap with { Id = $"n-{i}" }))) + "\n\n{ broken\n";
        using var content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");

        var answer = await _till.PostAsync("/api/v1/transactions/batch", content);
        var outcome = (await answer.Content.ReadFromJsonAsync<BatchOutcome>(Town.Json))!;

        Assert.Equal((3, 0, 1), (outcome.Accepted, outcome.Duplicates, outcome.Rejected));
        Assert.Equal("transaction.malformed", outcome.Results[3].Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_batch_of_the_wrong_size_is_refused_whole(int size)
    {
        var batch = Enumerable.Range(0, size).Select(i => _tap with { Id = $"b-{i}" });

        var answer = await _till.PostAsJsonAsync("/api/v1/transactions/batch", batch, Town.Json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("batch.size", await answer.ProblemCodeAsync());
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task The_category_of_the_terminal_is_used_when_none_is_posted()
    {
        await _till.TapAsync(_tap);
        await _till.TapAsync(_tap with { Id = "a-2", Category = "4111" });

        var rows = await _portal.InScopeAsync<PortalDbContext, List<string>>(database => database
            .Set<LedgerTransaction>().OrderBy(row => row.Position).Select(row => row.Mcc).ToListAsync());

        Assert.Equal(["5812", "4111"], rows);
    }

    private static string Changed(string changes)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Json(_tap))!;
        foreach (var change in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(changes)!)
        {
            fields[change.Key] = change.Value;
        }

        return JsonSerializer.Serialize(fields);
    }

    private static string Json(TransactionPost post) => JsonSerializer.Serialize(post, Town.Json);

    private async Task<HttpResponseMessage> PostAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await _till.PostAsync("/api/v1/transactions", content);
    }

    private Task<int> CountAsync() => _portal.InScopeAsync<PortalDbContext, int>(
        database => database.Set<LedgerTransaction>().CountAsync());
}
