using System.Net.Http.Json;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Offers;

internal static class Reading
{
    public static async Task<T> GetFromAsync<T>(this HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>(Town.Json))!;
    }
}
