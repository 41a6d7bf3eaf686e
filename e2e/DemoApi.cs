using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.E2E;

/// <summary>What terminals and the operator's people do over HTTP, with the demo town's own accounts.</summary>
public sealed partial class DemoApi : IDisposable
{
    public const string Operator = "operator@demo.example";
    public const string Merchant = "merchant@demo.example";
    public const string Password = "Portal-demo-1!";
    public const string Msisdn = "+8613800000001";
    public const string PaymentId = "EP-DEMO-0001";

    private readonly HttpClient _till;
    private readonly HttpClient _desk;

    private DemoApi(HttpClient till, HttpClient desk) => (_till, _desk) = (till, desk);

    public static async Task<DemoApi> ConnectAsync(Uri address)
    {
        var till = new HttpClient { BaseAddress = address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "demo-tms",
            ["client_secret"] = "demo-tms-secret",
            ["scope"] = "transactions.write",
        });
        using var answer = await till.PostAsync("/connect/token", form);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        till.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var desk = new HttpClient { BaseAddress = address };
        await PostAsync(desk, "/api/v1/session", new { email = Operator, password = Password });
        return new DemoApi(till, desk);
    }

    public Task<JsonElement> TapAsync(string id, string terminalId, long amountMinor) => PostAsync(
        _till,
        "/api/v1/transactions",
        new
        {
            id,
            terminalId,
            kind = "purchase",
            paymentId = PaymentId,
            amountMinor,
            currency = "CNY",
            occurredAt = TimeProvider.System.GetUtcNow(),
        });

    public Task<JsonElement> GetAsync(string path) => _desk.GetFromJsonAsync<JsonElement>(path);

    public Task<JsonElement> PostAsync(string path, object? body) => PostAsync(_desk, path, body);

    public async Task<long> SubscriberIdAsync()
    {
        var found = await GetAsync($"/api/v1/subscribers?msisdn={Uri.EscapeDataString(Msisdn)}");
        return found.GetProperty("items")[0].GetProperty("id").GetInt64();
    }

    /// <summary>The newest message on the subscriber's handset that matches, as soon as it is there.</summary>
    public async Task<Match> MessageAsync(long subscriberId, Regex pattern)
    {
        for (var attempt = 0; attempt < 150; attempt++)
        {
            var messages = await GetAsync($"/api/v1/handsets/{subscriberId}/messages");
            foreach (var message in messages.GetProperty("items").EnumerateArray())
            {
                if (pattern.Match(message.GetProperty("text").GetString()!) is { Success: true } match)
                {
                    return match;
                }
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"No message like {pattern} arrived on the handset.");
    }

    public void Dispose()
    {
        _till.Dispose();
        _desk.Dispose();
    }

    [GeneratedRegex(@"(?<!\d)(\d{6})(?!\d)")]
    public static partial Regex SignInCode { get; }

    [GeneratedRegex(@"/o/[A-Za-z0-9]+")]
    public static partial Regex ShortLink { get; }

    private static async Task<JsonElement> PostAsync(HttpClient http, string path, object? body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
