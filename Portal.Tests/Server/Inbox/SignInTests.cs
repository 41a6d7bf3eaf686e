using System.Net;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Inbox;

public sealed class SignInTests
{
    [Theory, OnEachDatabase]
    public async Task A_code_on_the_phone_signs_in_once(TestDatabase database)
    {
        await using var inbox = await InboxFixture.StartAsync(database);
        var (signIn, code) = await AskAsync(inbox, InboxFixture.Number);

        var answer = await inbox.PostAsync("/m/code", ("signIn", signIn), ("code", $" {code[..3]} {code[3..]}"));
        var again = await inbox.PostAsync("/m/code", ("signIn", signIn), ("code", code));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("path=/m", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await inbox.GetAsync("/m")).StatusCode);
    }

    [Fact]
    public async Task The_code_comes_at_night_and_without_any_consent()
    {
        await using var inbox = await InboxFixture.StartAsync();
        await inbox.Portal.SendAsync(new Portal.Server.Delivery.Replies.ReceiveReplyCommand(inbox.Subscriber, "STOP"));
        await Eventually.BecomesAsync(1, async () => (await inbox.TextsAsync()).Count);
        inbox.Portal.Clock.Advance(TimeSpan.FromHours(11));

        await AskAsync(inbox, InboxFixture.Number, messages: 2);
    }

    [Fact]
    public async Task A_number_that_nobody_has_gets_the_same_answers()
    {
        await using var inbox = await InboxFixture.StartAsync();
        var known = await PageAsync(await inbox.PostAsync("/m/sign-in", ("msisdn", InboxFixture.Number)));
        var unknown = await PageAsync(await inbox.PostAsync("/m/sign-in", ("msisdn", "+8613899999999")));

        Assert.Equal(Blank(known), Blank(unknown));
        var (wrong, none) = (
            await inbox.PostAsync("/m/code", ("signIn", InboxFixture.Hidden(known, "signIn")), ("code", "x")),
            await inbox.PostAsync("/m/code", ("signIn", InboxFixture.Hidden(unknown, "signIn")), ("code", "x")));
        Assert.Equal(wrong.StatusCode, none.StatusCode);
        Assert.Equal(Blank(await PageAsync(wrong)), Blank(await PageAsync(none)));
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_code_is_refused()
    {
        await using var inbox = await InboxFixture.StartAsync();
        var (signIn, code) = await AskAsync(inbox, InboxFixture.Number);
        var wrong = code == "000000" ? "000001" : "000000";

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            inbox.PostAsync("/m/code", ("signIn", signIn), ("code", wrong))));
        var answer = await inbox.PostAsync("/m/code", ("signIn", signIn), ("code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task After_five_minutes_the_code_is_refused()
    {
        await using var inbox = await InboxFixture.StartAsync();
        var (signIn, code) = await AskAsync(inbox, InboxFixture.Number);
        inbox.Portal.Clock.Advance(TimeSpan.FromMinutes(5));

        var answer = await inbox.PostAsync("/m/code", ("signIn", signIn), ("code", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory, OnEachDatabase]
    public async Task A_number_gets_three_codes_in_a_quarter_of_an_hour_however_many_ask_at_once(TestDatabase database)
    {
        await using var inbox = await InboxFixture.StartAsync(database);
        async Task<int> AskTenTimesAsync() => (await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            inbox.PostAsync("/m/sign-in", ("msisdn", InboxFixture.Number)))))
            .Count(answer => answer.StatusCode == HttpStatusCode.OK);

        Assert.InRange(await AskTenTimesAsync(), 1, 3);
        inbox.Portal.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.InRange(await AskTenTimesAsync(), 1, 3);
    }

    [Fact]
    public async Task One_address_cannot_ask_for_codes_of_many_numbers()
    {
        await using var inbox = await InboxFixture.StartAsync(settings: ("Inbox:MaxCodesPerAddress", "4"));

        for (var number = 0; number < 4; number++)
        {
            await inbox.PostAsync("/m/sign-in", ("msisdn", $"+86138111111{number:D2}"));
        }

        var answer = await inbox.PostAsync("/m/sign-in", ("msisdn", InboxFixture.Number));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_too()
    {
        await using var inbox = await InboxFixture.StartAsync();
        await inbox.SignInAsync();
        var token = InboxFixture.Hidden(await PageAsync(await inbox.GetAsync("/m")), "t");

        await inbox.PostAsync("/m/sign-out", ("t", token));

        Assert.Equal(HttpStatusCode.SeeOther, (await inbox.GetAsync("/m")).StatusCode);
    }

    private static async Task<(string SignIn, string Code)> AskAsync(InboxFixture inbox, string number, int messages = 1)
    {
        var page = await PageAsync(await inbox.PostAsync("/m/sign-in", ("msisdn", number)));
        return (InboxFixture.Hidden(page, "signIn"), await inbox.LastCodeAsync(messages));
    }

    private static Task<string> PageAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private static string Blank(string page) => page.Replace(InboxFixture.Hidden(page, "signIn"), "");
}
