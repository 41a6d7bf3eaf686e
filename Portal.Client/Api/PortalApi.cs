using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Client.Shell;

namespace Portal.Client.Api;

/// <summary>Sends requests, and reads problem+json (RFC 9457) where one fails.</summary>
public sealed class PortalApi(HttpClient http, SessionState session)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public Task<ApiResult<T>> GetAsync<T>(string path, CancellationToken cancellationToken = default) =>
        SendAsync<T>(HttpMethod.Get, path, null, cancellationToken);

    public Task<ApiResult<T>> PostAsync<T>(string path, object? body, CancellationToken cancellationToken = default) =>
        SendAsync<T>(HttpMethod.Post, path, body, cancellationToken);

    public Task<ApiResult<T>> PutAsync<T>(string path, object? body, CancellationToken cancellationToken = default) =>
        SendAsync<T>(HttpMethod.Put, path, body, cancellationToken);

    public Task<ApiResult<Nothing>> DeleteAsync(string path, CancellationToken cancellationToken = default) =>
        SendAsync<Nothing>(HttpMethod.Delete, path, null, cancellationToken);

    /// <summary>A query string of what is given; what is null or empty is left out.</summary>
    public static string Query(string path, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var parts = new List<string>();
        foreach (var (name, value) in values)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture);
            if (!string.IsNullOrEmpty(text))
            {
                parts.Add($"{name}={Uri.EscapeDataString(text)}");
            }
        }

        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }

    private async Task<ApiResult<T>> SendAsync<T>(
        HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null)
            {
                request.Content = JsonContent.Create(body, body.GetType(), options: Json);
            }

            using var answer = await http.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode
                ? new ApiResult<T>(await ReadAsync<T>(answer, cancellationToken), null)
                : new ApiResult<T>(default, await ProblemAsync(path, answer, cancellationToken));
        }
        catch (HttpRequestException)
        {
            return new ApiResult<T>(default, ApiProblem.NoAnswer);
        }
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        typeof(T) == typeof(Nothing)
            ? (T)(object)new Nothing()
            : await answer.Content.ReadFromJsonAsync<T>(Json, cancellationToken);

    private async Task<ApiProblem> ProblemAsync(
        string path, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode == HttpStatusCode.Unauthorized && path != SessionApi.Path)
        {
            session.Expire();
        }

        var problem = await ReadProblemAsync(answer, cancellationToken);
        return new ApiProblem(
            (int)answer.StatusCode,
            problem?.Code ?? "",
            problem?.Detail ?? problem?.Title ?? InWords(answer.StatusCode),
            problem?.Errors ?? new Dictionary<string, string[]>());
    }

    private static async Task<ProblemBody?> ReadProblemAsync(
        HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return null;
        }

        try
        {
            return await answer.Content.ReadFromJsonAsync<ProblemBody>(Json, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string InWords(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => "Please sign in.",
        HttpStatusCode.Forbidden => "This account may not do that.",
        HttpStatusCode.NotFound => "There is no such thing here.",
        HttpStatusCode.TooManyRequests => "The portal is busy. Try again in a moment.",
        _ => $"The portal answered with an error ({(int)status}). Try again in a moment.",
    };

    private sealed record ProblemBody(
        string? Title, string? Detail, string? Code, Dictionary<string, string[]>? Errors);
}
