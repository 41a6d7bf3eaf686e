using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Server.Identity.Contracts;
using Portal.Server.Merchants.CreateMerchant;
using Portal.Server.Merchants.CreateOutlet;
using Portal.Server.Platform.Http;
using Portal.Server.Subscribers.SaveSubscriber;
using Portal.Server.Terminals.CreateTerminal;
using Portal.Shared.Delivery;
using Portal.Shared.Ledger;
using Portal.Shared.Merchants;
using Portal.Shared.Subscribers;
using Portal.Shared.Terminals;
using SubscriberRequest = Portal.Shared.Subscribers.SaveSubscriber;

namespace Portal.Tests.Fixtures;

/// <summary>Sets up merchants, terminals, subscribers and clients through the portal's own commands.</summary>
internal static class Town
{
    public const string Secret = "a-secret-for-tests";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Task<MerchantView> AddMerchantAsync(this PortalUnderTest portal, string code) =>
        portal.SendAsync(new CreateMerchantCommand(code, $"Merchant {code}"));

    public static Task<OutletView> AddOutletAsync(
        this PortalUnderTest portal, int merchantId, string code, string district = "Centre") =>
        portal.SendAsync(new CreateOutletCommand(Caller.Operator, merchantId, code, $"Outlet {code}", district, 30, 120));

    public static Task<TerminalView> AddTerminalAsync(
        this PortalUnderTest portal, int outletId, string id, string mcc = "5812") =>
        portal.SendAsync(new CreateTerminalCommand(Caller.Operator, id, outletId, TerminalKind.Pos, mcc));

    /// <summary>A merchant with one outlet and one terminal; returns the merchant.</summary>
    public static async Task<MerchantView> AddShopAsync(
        this PortalUnderTest portal, string merchant, string terminal, string mcc = "5812")
    {
        var made = await portal.AddMerchantAsync(merchant);
        var outlet = await portal.AddOutletAsync(made.Id, $"{merchant}-01");
        await portal.AddTerminalAsync(outlet.Id, terminal, mcc);
        return made;
    }

    public static async Task<long> AddSubscriberAsync(
        this PortalUnderTest portal, string msisdn, string paymentId, Func<SubscriberRequest, SubscriberRequest>? with = null)
    {
        var body = new SubscriberRequest
        {
            Msisdn = msisdn,
            PaymentIds = [paymentId],
            Name = "Test Person",
            Consents = [Channel.Sms, Channel.Stk, Channel.Voice, Channel.WapPush],
        };
        return (await portal.SendAsync(new SaveSubscriberCommand(with?.Invoke(body) ?? body, "test"))).Id;
    }

    /// <summary>A client with a token of these scopes, for the operator or one merchant.</summary>
    public static async Task<HttpClient> ClientAsync(
        this PortalUnderTest portal, int? merchantId = null, params string[] scopes)
    {
        var clientId = $"client-{Guid.CreateVersion7():N}";
        await portal.InScopeAsync<IAccounts, bool>(async accounts =>
        {
            await accounts.EnsureClientAsync(clientId, Secret, clientId, merchantId, scopes, PortalUnderTest.Cancelled);
            return true;
        });
        var client = portal.App.GetTestClientWithToken(await portal.TokenAsync(clientId, scopes));
        return client;
    }

    /// <summary>The operator's terminal management system: may post for all terminals.</summary>
    public static Task<HttpClient> TerminalSystemAsync(this PortalUnderTest portal) =>
        portal.ClientAsync(null, PortalScopes.WriteTransactions);

    public static Task<HttpClient> OperatorAsync(this PortalUnderTest portal) =>
        portal.ClientAsync(null, PortalScopes.Api);

    public static TransactionPost Purchase(
        string id, string terminal, string paymentId, long amountMinor, DateTimeOffset occurredAt) => new()
    {
        Id = id,
        TerminalId = terminal,
        Kind = TransactionKind.Purchase,
        PaymentId = paymentId,
        AmountMinor = amountMinor,
        Currency = "CNY",
        OccurredAt = occurredAt,
    };

    public static TransactionPost Correcting(
        this TransactionPost original, TransactionKind kind, string id, long? amountMinor = null) => original with
    {
        Id = id,
        Kind = kind,
        OriginalId = original.Id,
        AmountMinor = amountMinor ?? original.AmountMinor,
    };

    public static Task<HttpResponseMessage> PostTapAsync(this HttpClient client, TransactionPost post) =>
        client.PostAsJsonAsync("/api/v1/transactions", post, Json);

    /// <summary>Posts a tap and expects it to be taken; returns its position.</summary>
    public static async Task<long> TapAsync(this HttpClient client, TransactionPost post)
    {
        var answer = await client.PostTapAsync(post);
        var outcome = await answer.Content.ReadFromJsonAsync<TransactionOutcome>(Json);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return outcome!.Position!.Value;
    }

    /// <summary>The stable code of a problem+json answer.</summary>
    public static async Task<string?> ProblemCodeAsync(this HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return problem.GetProperty("code").GetString();
    }

    private static HttpClient GetTestClientWithToken(this Microsoft.AspNetCore.Builder.WebApplication app, string token)
    {
        var client = Microsoft.AspNetCore.TestHost.HostBuilderTestServerExtensions.GetTestClient(app);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task<string> TokenAsync(this PortalUnderTest portal, string clientId, string[] scopes)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = Secret,
            ["scope"] = string.Join(' ', scopes),
        });
        var answer = await portal.Http.PostAsync("/connect/token", form);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, body.ToString());
        return body.GetProperty("access_token").GetString()!;
    }
}
