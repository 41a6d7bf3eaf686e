using System.Net;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Offers;

public sealed class FilterTests
{
    [Theory]
    [InlineData("offers?state=redeemed")]
    [InlineData("promotions?status=active")]
    [InlineData("deliveries?state=pending&channel=wapPush")]
    public async Task A_list_is_filtered_by_a_word_as_JSON_spells_it(string list)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var desk = await portal.OperatorAsync();

        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync($"/api/v1/{list}")).StatusCode);
    }

    [Theory]
    [InlineData("offers?state=eaten", "open")]
    [InlineData("promotions?status=3", "draft")]
    [InlineData("deliveries?channel=pigeon", "sms")]
    public async Task An_unknown_word_is_refused_with_those_that_are_known(string list, string known)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var desk = await portal.OperatorAsync();

        var answer = await desk.GetAsync($"/api/v1/{list}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(known, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
