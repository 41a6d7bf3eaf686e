using System.Net.Http.Headers;
using System.Text.Json;
using Portal.Tools.Cli;

namespace Portal.Tools.Replay;

/// <summary>The access token of the client, fetched when needed and renewed before it expires.</summary>
internal sealed class AccessToken(HttpClient http, TapService service, TimeProvider time) : IDisposable
{
    // Renewed this long before its end, so that none expires on the way.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1);
    private string? _value;
    private DateTimeOffset _renewAt;

    public async Task<AuthenticationHeaderValue> GetAsync(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            if (_value is null || time.GetUtcNow() >= _renewAt)
            {
                await RenewAsync(stop);
            }

            return new AuthenticationHeaderValue("Bearer", _value);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The portal refused this one (it may have restarted with other keys); fetch another next time.</summary>
    public void Refused(AuthenticationHeaderValue token)
    {
        if (token.Parameter == _value)
        {
            _renewAt = DateTimeOffset.MinValue;
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task RenewAsync(CancellationToken stop)
    {
        var address = new Uri(service.Portal, "connect/token");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = service.Client,
            ["client_secret"] = service.Secret,
            ["scope"] = "transactions.write",
        });
        using var answer = await http.PostAsync(address, form, stop);
        var body = await answer.Content.ReadAsStringAsync(stop);
        if ((int)answer.StatusCode >= 500)
        {
            throw new HttpRequestException($"{address} answered {(int)answer.StatusCode}", null, answer.StatusCode);
        }

        if (!answer.IsSuccessStatusCode)
        {
            throw new ToolException(
                $"{address}: no token for client {service.Client} with scope transactions.write "
                + $"({(int)answer.StatusCode} {Text(body, "error")} {Text(body, "error_description")})");
        }

        _value = Text(body, "access_token") is { Length: > 0 } token
            ? token
            : throw new ToolException($"{address}: the answer holds no access_token");
        _renewAt = time.GetUtcNow() + Lifetime(body) - Margin;
    }

    private static TimeSpan Lifetime(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("expires_in", out var seconds)
            && seconds.ValueKind == JsonValueKind.Number
            && seconds.TryGetInt32(out var number)
            ? TimeSpan.FromSeconds(number)
            : TimeSpan.FromMinutes(5);
    }

    private static string Text(string body, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return "";
        }
    }
}
