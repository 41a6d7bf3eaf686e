using Bunit;
using Portal.Client.Shell;

namespace Portal.Tests.Client.Shell;

public sealed class NavMenuTests
{
    [Fact]
    public async Task An_operator_may_go_to_subscribers_and_handsets()
    {
        await using var client = new PortalClientContext(PortalClientContext.Operator);

        Assert.Equal(
            ["/", "/promotions", "/offers", "/merchants", "/terminals", "/subscribers", "/handsets"],
            Places(client));
    }

    [Fact]
    public async Task A_merchants_person_sees_nothing_of_subscribers()
    {
        await using var client = new PortalClientContext(PortalClientContext.Merchant);

        Assert.Equal(["/", "/promotions", "/offers", "/merchants", "/terminals"], Places(client));
    }

    private static IEnumerable<string?> Places(PortalClientContext client) =>
        client.Render<NavMenu>().FindAll("a").Select(link => link.GetAttribute("href"));
}
