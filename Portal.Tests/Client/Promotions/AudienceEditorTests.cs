using System.Text.Json;
using Bunit;
using Portal.Client.Api;
using Portal.Client.Promotions.Audience;
using Portal.Shared.Offers;

namespace Portal.Tests.Client.Promotions;

public sealed class AudienceEditorTests : IAsyncDisposable
{
    private readonly PortalClientContext _client = new(PortalClientContext.Operator);

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory]
    [InlineData("""{"all":[]}""")]
    [InlineData("""{"all":[{"gender":["f"]},{"age":{"from":18,"to":null}},{"not":{"level":[1,2]}}]}""")]
    [InlineData(
        """{"any":[{"topCategory":["dining","music"]},{"all":[{"district":["Gulou"]},{"language":["zh"]}]}]}""")]
    [InlineData("""{"not":{"any":[{"habitShare":{"category":"dining","atLeastPercent":30}}]}}""")]
    [InlineData("""{"all":[{"tendency":{"category":"books","atLeastPercent":null,"atMostPercent":-20}}]}""")]
    [InlineData(
        """{"all":[{"activeHours":{"from":17,"to":21,"atLeastPercent":30}},{"arpuMinor":{"from":5000,"to":9900}}]}""")]
    [InlineData(
        """{"all":[{"purchases":{"windowDays":30,"countAtLeast":5,"amountAtLeastMinor":99,"category":"books"}}]}""")]
    [InlineData("""{"all":[{"newCustomer":{"merchantId":null}},{"lapsedCustomer":{"days":60,"merchantId":7}}]}""")]
    [InlineData(
        """{"all":[{"occupation":["student"]},{"usualDistrict":["西湖"]},{"contractMonths":{"from":null,"to":12}}]}""")]
    public void A_rule_that_is_opened_and_saved_is_the_same_rule(string json)
    {
        var rule = JsonSerializer.Deserialize<AudienceRule>(json, PortalApi.Json)!;

        var saved = RuleDraft.Read(rule).ToRule();

        Assert.Equal(Normal(json), Normal(JsonSerializer.Serialize(saved, PortalApi.Json)));
    }

    [Fact]
    public void What_is_filled_in_becomes_the_rule()
    {
        const string Expected =
            """{"any":[{"purchases":{"windowDays":60,"countAtLeast":3,"category":"music"}},{"not":{"gender":["f"]}}]}""";
        var draft = new GroupDraft();
        draft.Parts.Add(ConditionDraft.New(ConditionKind.Purchases));
        draft.Parts.Add(ConditionDraft.New(ConditionKind.Gender));
        var changes = 0;
        var editor = _client.Render<GroupEditor>(parameters => parameters
            .Add(group => group.Group, draft)
            .Add(group => group.OnChanged, () => changes++));

        editor.Find("input[aria-label=times]").Change("3");
        editor.Find("input[aria-label=days]").Change("60");
        editor.Find("select[aria-label=category]").Change("music");
        editor.FindAll("button.not")[1].Click();
        editor.Find("select[aria-label='How many must fit']").Change("any");

        Assert.Equal(5, changes);
        Assert.Equal(
            Normal(Expected),
            Normal(JsonSerializer.Serialize(draft.ToRule(), PortalApi.Json)));
    }

    [Fact]
    public void A_rule_that_is_opened_shows_its_values()
    {
        var rule = new AudienceRule { All = [new() { Purchases = new PurchasesRule(30, 3, Category: "fast-food") }] };

        var editor = _client.Render<GroupEditor>(parameters => parameters
            .Add(group => group.Group, GroupDraft.Root(rule)));

        Assert.Equal("3", editor.Find("input[aria-label=times]").GetAttribute("value"));
        Assert.Equal("30", editor.Find("input[aria-label=days]").GetAttribute("value"));
        Assert.Equal("fast-food", editor.Find("select[aria-label=category]").GetAttribute("value"));
    }

    [Fact]
    public void A_condition_can_be_removed()
    {
        var draft = new GroupDraft();
        draft.Parts.Add(ConditionDraft.New(ConditionKind.Age));
        var editor = _client.Render<GroupEditor>(parameters => parameters.Add(group => group.Group, draft));

        editor.Find("button[aria-label='Remove Age']").Click();

        Assert.Empty(draft.Parts);
        Assert.Contains("everybody fits", editor.Markup, StringComparison.Ordinal);
    }

    /// <summary>Fields that are null and fields that are left out mean the same.</summary>
    private static string Normal(string json) => JsonSerializer.Serialize(
        JsonSerializer.Deserialize<AudienceRule>(json, PortalApi.Json), PortalApi.Json);
}
