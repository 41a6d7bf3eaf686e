using System.Text.Json;
using Portal.Tools.Cli;

namespace Portal.Tools.Statistics;

/// <summary>Reads the consumption categories where the portal serves them: [{ code, name, mccs }].</summary>
internal static class PortalCategories
{
    private const string Path = "api/v1/categories";

    // The list is short; a portal that takes longer does not answer at all.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    public static async Task<MccTable> ReadAsync(Uri portal, CancellationToken stop)
    {
        var address = new Uri(portal, Path);
        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var answer = await client.GetAsync(address, stop);
            if (!answer.IsSuccessStatusCode)
            {
                throw new ToolException(
                    $"{address}: answered {(int)answer.StatusCode}; save the list and give it with --categories");
            }

            await using var body = await answer.Content.ReadAsStreamAsync(stop);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: stop);
            return Parse(json.RootElement, address.ToString());
        }
        catch (HttpRequestException unreachable)
        {
            throw new ToolException($"{address}: {unreachable.Message}");
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new ToolException($"{address}: no answer within {Timeout.TotalSeconds} s");
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ToolException($"{address}: is not a list of categories with code and mccs ({wrong.Message})");
        }
    }

    private static MccTable Parse(JsonElement root, string address)
    {
        var codes = new MccTable(address);
        // The portal's lists are paged ({ items: [...] }); this one may come as a plain array.
        var list = root.ValueKind == JsonValueKind.Object ? root.GetProperty("items") : root;
        foreach (var category in list.EnumerateArray())
        {
            var code = category.GetProperty("code").GetString() ?? "";
            foreach (var mcc in category.GetProperty("mccs").EnumerateArray())
            {
                codes.Add(mcc.ToString(), code, $"{address}, category {code}");
            }
        }

        return codes;
    }
}
