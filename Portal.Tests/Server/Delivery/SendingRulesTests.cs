using Portal.Server.Delivery.Replies;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Subscribers.SetConsent;
using Portal.Shared.Delivery;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Delivery;

/// <summary>
/// Invariant 7: no message without consent, inside quiet hours, over the frequency cap, or after STOP.
/// </summary>
public sealed class SendingRulesTests
{
    private static readonly TimeSpan _nineHours = TimeSpan.FromHours(9);

    [Theory, OnEachDatabase]
    public async Task An_offer_goes_out_with_its_text_and_link(TestDatabase database)
    {
        await using var town = await DeliveryFixture.StartAsync(database, ("Portal:PublicUrl", "https://p.example/"));
        var offer = await town.QueueAsync(await town.AddSubscriberAsync());

        await town.RunAsync();

        var handed = Assert.Single(town.Gateway.Handed);
        Assert.Equal($"[Portal] Half price on tea https://p.example/o/{offer:N} Reply STOP to end", handed.Text.Text);
        Assert.Equal(DeliveryState.Submitted, (await town.SingleAsync(offer)).State);
    }

    [Fact]
    public async Task Without_consent_on_a_channel_the_next_one_is_used()
    {
        await using var town = await DeliveryFixture.StartAsync();
        var subscriber = await town.AddSubscriberAsync(null, Channel.Voice);
        var offer = await town.QueueAsync(subscriber, null, Channel.Sms, Channel.WapPush, Channel.Voice);

        await town.RunAsync();

        Assert.Equal(Channel.Voice, Assert.Single(town.Gateway.Handed).Channel);
        var rows = await town.DeliveriesAsync(offer);
        Assert.Equal(3, rows.Count);
        Assert.Equal(2, rows.Count(row => row.Reason == DeliveryReasons.NoConsent && row.State == DeliveryState.Refused));
    }

    [Fact]
    public async Task A_held_offer_goes_out_when_the_night_is_over()
    {
        await using var town = await DeliveryFixture.StartAsync();
        town.Portal.Clock.Advance(_nineHours);
        var offer = await town.QueueAsync(await town.AddSubscriberAsync());

        await town.RunAsync();
        var held = await town.SingleAsync(offer);
        town.Portal.Clock.SetUtcNow(held.DueAt.AddMilliseconds(-1));
        await town.RunAsync();
        Assert.Empty(town.Gateway.Handed);
        town.Portal.Clock.SetUtcNow(held.DueAt);
        await town.RunAsync();

        Assert.Equal((DeliveryState.Held, DeliveryReasons.QuietHours), (held.State, held.Reason));
        Assert.Single(town.Gateway.Handed);
    }

    [Fact]
    public async Task An_unknown_zone_is_never_written_to_and_the_reason_is_kept()
    {
        await using var town = await DeliveryFixture.StartAsync();
        var offer = await town.QueueAsync(await town.AddSubscriberAsync("Europe/Berlin"));
        await SetZoneAsync(town, "Mars/Olympus");

        for (var hour = 0; hour < 50; hour++)
        {
            await town.RunAsync();
            town.Portal.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Empty(town.Gateway.Handed);
        var row = await town.SingleAsync(offer);
        Assert.Equal((DeliveryState.Expired, DeliveryReasons.UnknownTimeZone), (row.State, row.Reason));
    }

    [Fact]
    public async Task A_closed_offer_is_not_sent()
    {
        await using var town = await DeliveryFixture.StartAsync();
        var offer = await town.QueueAsync(await town.AddSubscriberAsync());
        town.Offers.Closed[offer] = true;

        await town.RunAsync();

        Assert.Empty(town.Gateway.Handed);
        Assert.Equal(DeliveryReasons.OfferClosed, (await town.SingleAsync(offer)).Reason);
    }

    [Theory, OnEachDatabase]
    public async Task A_cap_of_two_lets_exactly_two_through_however_many_workers_there_are(TestDatabase database)
    {
        await using var town = await DeliveryFixture.StartAsync(
            database, ("Delivery:MaxPerDay", "2"), ("Delivery:BatchSize", "3"));
        var people = new[] { await town.AddSubscriberAsync(), await town.AddSubscriberAsync() };
        for (var i = 0; i < 12; i++)
        {
            await town.QueueAsync(people[i % 2]);
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RunPatientlyAsync(town))));

        Assert.All(people, person => Assert.Equal(2, town.Gateway.Handed.Count(handed => handed.SubscriberId == person)));
        Assert.Equal(8, (await town.DeliveriesAsync()).Count(row => row.Reason == DeliveryReasons.DailyCap));
    }

    [Fact]
    public async Task The_stricter_cap_wins_and_a_week_later_there_is_room_again()
    {
        await using var town = await DeliveryFixture.StartAsync(
            TestDatabase.Sqlite, ("Delivery:MaxPerDay", "5"), ("Delivery:MaxPerWeek", "1"));
        var person = await town.AddSubscriberAsync();
        await town.QueueAsync(person);
        await town.RunAsync();

        var second = await town.QueueAsync(person);
        await town.RunAsync();
        town.Portal.Clock.Advance(TimeSpan.FromDays(7));
        await town.QueueAsync(person);
        await town.RunAsync();

        Assert.Equal(DeliveryReasons.WeeklyCap, (await town.SingleAsync(second)).Reason);
        Assert.Equal(2, town.Gateway.Handed.Count);
    }

    [Theory, OnEachDatabase]
    public async Task Stop_calls_back_what_waits_and_is_confirmed_once(TestDatabase database)
    {
        await using var town = await DeliveryFixture.StartAsync(database);
        town.Portal.Clock.Advance(_nineHours);
        var person = await town.AddSubscriberAsync();
        var (held, pending) = (await town.QueueAsync(person), Guid.Empty);
        await town.RunAsync();
        pending = await town.QueueAsync(person);

        var first = await town.Portal.SendAsync(new ReceiveReplyCommand(person, "ｔｄ"));
        await town.Portal.SendAsync(new ReceiveReplyCommand(person, "STOP"));
        town.Portal.Clock.Advance(TimeSpan.FromHours(12));
        await town.QueueAsync(person);
        await town.RunAsync();

        Assert.Equal(new HandsetReplyOutcome(ReplyMeaning.Stop, 2), first);
        Assert.Equal(DeliveryReasons.Stopped, (await town.SingleAsync(held)).Reason);
        Assert.Equal(DeliveryState.Cancelled, (await town.SingleAsync(pending)).State);
        Assert.DoesNotContain(town.Gateway.Handed, handed => handed.Text.Text.Contains("Half price"));
    }

    [Fact]
    public async Task The_one_confirmation_of_stop_goes_out_even_at_night()
    {
        await using var town = await DeliveryFixture.StartAsync();
        town.Portal.Clock.Advance(_nineHours);
        var person = await town.AddSubscriberAsync();
        await town.Portal.SendAsync(new ReceiveReplyCommand(person, "stop"));
        await town.Portal.SendAsync(new ReceiveReplyCommand(person, "stop"));

        await town.RunAsync();

        Assert.Contains("START", Assert.Single(town.Gateway.Handed).Text.Text);
    }

    [Fact]
    public async Task A_stop_between_taking_up_and_handing_over_is_obeyed()
    {
        await using var town = await DeliveryFixture.StartAsync();
        var person = await town.AddSubscriberAsync();
        await town.QueueAsync(person);
        var taken = await town.ClaimAndDieAsync();
        await town.Portal.SendAsync(new ReceiveReplyCommand(person, "STOP"));

        var outcome = await town.Portal.InScopeAsync<Portal.Server.Delivery.Sending.HandOver,
            Portal.Server.Delivery.Sending.HandedOver>(hand => hand.HandAsync(taken.ToHandOver[0], CancellationToken.None));

        Assert.Equal(DeliveryReasons.NoConsent, outcome.Verdict.Reason);
        Assert.Empty(town.Gateway.Handed);
    }

    [Fact]
    public async Task Start_gives_back_short_messages_only()
    {
        await using var town = await DeliveryFixture.StartAsync();
        var person = await town.AddSubscriberAsync();
        await town.Portal.SendAsync(new ReceiveReplyCommand(person, "STOP"));
        await town.Portal.SendAsync(new ReceiveReplyCommand(person, "START"));
        await town.RunAsync();

        await town.QueueAsync(person, null, Channel.Voice, Channel.Sms);
        await town.RunAsync();

        Assert.Equal(Channel.Sms, Assert.Single(town.Gateway.Handed, one => one.Text.Text.Contains("tea")).Channel);
    }

    [Fact]
    public async Task Withdrawn_consent_stops_what_is_queued_too()
    {
        await using var town = await DeliveryFixture.StartAsync();
        var person = await town.AddSubscriberAsync();
        await town.QueueAsync(person);
        Assert.Equal(default(Done), await town.Portal.SendAsync(new SetConsentCommand(person, Channel.Sms, false, "inbox")));

        await town.RunAsync();

        Assert.Empty(town.Gateway.Handed);
    }

    /// <summary>Two nodes that meet on a row start their batch again, as the worker's loop does.</summary>
    private static async Task RunPatientlyAsync(DeliveryFixture town)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            try
            {
                await town.RunAsync();
                return;
            }
            catch (Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                await Task.Yield();
            }
        }
    }

    private static Task<int> SetZoneAsync(DeliveryFixture town, string zone) =>
        town.Portal.InScopeAsync<Portal.Server.Platform.Database.PortalDbContext, int>(database =>
            Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
                database.Database, $"UPDATE subscribers SET time_zone = {zone}"));
}
