using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Tools.Cli;

namespace Portal.Tools.Replay;

/// <summary>
/// Posts taps, alone or in batches, until the portal has answered for each. A retry is safe: a tap whose first
/// answer got lost comes back as a duplicate.
/// </summary>
internal sealed class TapPoster(
    HttpClient http, AccessToken token, Uri portal, ReplayTally tally, TimeProvider time)
{
    // About half a minute in all: a portal that restarts is back by then.
    private const int Attempts = 8;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    private readonly Uri _single = new(portal, "api/v1/transactions");
    private readonly Uri _batch = new(portal, "api/v1/transactions/batch");

    public async Task PostAsync(IReadOnlyList<PlannedTap> taps, bool asBatch, CancellationToken stop)
    {
        var failure = "network";
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var pause = Min(ShortestPause * Math.Pow(2, attempt - 1), LongestPause);
            try
            {
                var authorization = await token.GetAsync(stop);
                using var answer = await SendAsync(taps, asBatch, authorization, stop);
                if (!IsTransient(answer.StatusCode))
                {
                    Record(taps, asBatch, answer.StatusCode, await answer.Content.ReadAsStringAsync(stop));
                    return;
                }

                failure = $"http-{(int)answer.StatusCode}";
                pause = PauseAfter(answer, authorization, pause, ref attempt);
            }
            catch (HttpRequestException unreachable)
            {
                failure = $"network-{unreachable.HttpRequestError}";
            }
            catch (TaskCanceledException) when (!stop.IsCancellationRequested)
            {
                failure = "network-timeout";
            }

            await Task.Delay(pause, time, stop);
        }

        tally.Rejected(failure, taps);
    }

    private async Task<HttpResponseMessage> SendAsync(
        IReadOnlyList<PlannedTap> taps, bool asBatch, AuthenticationHeaderValue authorization, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, asBatch ? _batch : _single);
        request.Headers.Authorization = authorization;
        request.Content = asBatch
            ? JsonContent.Create(taps.Select(tap => tap.Post))
            : JsonContent.Create(taps[0].Post);

        // Built before the clock starts, and with its length told: some servers take no chunked body.
        await request.Content.LoadIntoBufferAsync(stop);
        var started = time.GetTimestamp();
        var answer = await http.SendAsync(request, stop);
        tally.Answered(time.GetElapsedTime(started));
        return answer;
    }

    private TimeSpan PauseAfter(
        HttpResponseMessage answer, AuthenticationHeaderValue authorization, TimeSpan usual, ref int attempt)
    {
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            token.Refused(authorization);
            return usual;
        }

        if (answer.StatusCode != HttpStatusCode.TooManyRequests)
        {
            return usual;
        }

        // A full queue is no failure: the portal kept nothing and says when to come back.
        attempt--;
        tally.Busy();
        var after = answer.Headers.RetryAfter;
        var told = after?.Delta ?? (after?.Date is { } date ? date - time.GetUtcNow() : ShortestPause);
        return told > ShortestPause ? told : ShortestPause;
    }

    private void Record(IReadOnlyList<PlannedTap> taps, bool asBatch, HttpStatusCode status, string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if ((int)status >= 400)
            {
                var code = root.TryGetProperty("code", out var named) ? named.ToString() : $"http-{(int)status}";
                tally.Rejected(code, taps);
            }
            else if (asBatch)
            {
                RecordBatch(taps, root.GetProperty("results"));
            }
            else
            {
                Record(taps[0], root);
            }
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            if ((int)status >= 400)
            {
                tally.Rejected($"http-{(int)status}", taps);
                return;
            }

            throw new ToolException($"{portal}: answered {(int)status} with a body that is none of DESIGN section 6");
        }
    }

    private void RecordBatch(IReadOnlyList<PlannedTap> taps, JsonElement results)
    {
        if (results.GetArrayLength() != taps.Count)
        {
            throw new ToolException($"{_batch}: {results.GetArrayLength()} results for {taps.Count} transactions");
        }

        foreach (var (tap, result) in taps.Zip(results.EnumerateArray()))
        {
            Record(tap, result);
        }
    }

    private void Record(PlannedTap tap, JsonElement result)
    {
        switch (result.GetProperty("status").GetString())
        {
            case "accepted":
                tally.Accepted(tap);
                break;
            case "duplicate":
                tally.Duplicate(tap);
                break;
            default:
                tally.Rejected(result.TryGetProperty("code", out var code) ? code.ToString() : "rejected", [tap]);
                break;
        }
    }

    private static bool IsTransient(HttpStatusCode status) => status
        is HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout
        or >= HttpStatusCode.InternalServerError;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
