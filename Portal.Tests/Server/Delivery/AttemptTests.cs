using Portal.Server.Delivery.Gateways;
using Portal.Shared.Delivery;
using Portal.Tests.Fixtures;

namespace Portal.Tests.Server.Delivery;

/// <summary>
/// Invariant 8: a delivery is handed to a gateway at most once per attempt; a receipt that comes early, twice or never
/// is handled.
/// </summary>
public sealed class AttemptTests
{
    [Theory, OnEachDatabase]
    public async Task Competing_workers_hand_each_delivery_over_once(TestDatabase database)
    {
        await using var town = await DeliveryFixture.StartAsync(database, ("Delivery:BatchSize", "7"));
        for (var i = 0; i < 60; i++)
        {
            await town.QueueAsync(await town.AddSubscriberAsync());
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(town.RunAsync)));

        Assert.Equal(60, town.Gateway.Handed.Count);
        Assert.Equal(60, town.Gateway.Handed.Select(handed => (handed.DeliveryId, handed.Attempt)).Distinct().Count());
    }

    [Fact]
    public async Task After_a_crash_before_handing_over_it_is_tried_again_with_a_new_number()
    {
        await using var town = await DeliveryFixture.StartAsync();
        var offer = await town.QueueAsync(await town.AddSubscriberAsync());
        await town.ClaimAndDieAsync();

        await town.RunAsync();
        Assert.Empty(town.Gateway.Handed);
        town.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await town.RunAsync();

        Assert.Equal(2, Assert.Single(town.Gateway.Handed).Attempt);
        Assert.Equal(DeliveryState.Submitted, (await town.SingleAsync(offer)).State);
    }

    [Fact]
    public async Task A_worker_that_slept_through_its_lease_hands_nothing_over()
    {
        await using var town = await DeliveryFixture.StartAsync();
        await town.QueueAsync(await town.AddSubscriberAsync());
        var sleeper = Assert.Single((await town.ClaimAndDieAsync()).ToHandOver);
        town.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await town.RunAsync();

        await town.Portal.InScopeAsync<Portal.Server.Delivery.Sending.HandOver,
            Portal.Server.Delivery.Sending.HandedOver>(hand => hand.HandAsync(sleeper, CancellationToken.None));

        Assert.Equal(2, Assert.Single(town.Gateway.Handed).Attempt);
    }

    [Fact]
    public async Task After_an_unknown_outcome_a_receipt_settles_it_and_nothing_is_sent_again()
    {
        await using var town = await DeliveryFixture.StartAsync();
        town.Gateway.Answer = _ => throw new HttpRequestException("the answer was lost");
        var offer = await town.QueueAsync(await town.AddSubscriberAsync());
        await town.RunAsync();

        await town.ReceiptAsync(await town.SingleAsync(offer), DeliveryState.Accepted);
        town.Portal.Clock.Advance(TimeSpan.FromHours(1));
        await town.RunAsync();

        Assert.Single(town.Gateway.Handed);
        Assert.Equal(DeliveryState.Accepted, (await town.SingleAsync(offer)).State);
    }

    [Theory]
    [InlineData(Channel.Sms, 2)]
    [InlineData(Channel.Voice, 1)]
    public async Task After_an_unknown_outcome_without_receipt_a_text_is_sent_again_and_a_call_is_not(
        Channel channel, int attempts)
    {
        await using var town = await DeliveryFixture.StartAsync();
        town.Gateway.Answer = outgoing => Task.FromResult(
            outgoing.Attempt == 1 ? SubmitResult.Unknown() : SubmitResult.Accepted);
        var offer = await town.QueueAsync(await town.AddSubscriberAsync(), null, channel, Channel.Stk);
        await town.RunAsync();

        town.Portal.Clock.Advance(TimeSpan.FromMinutes(10));
        await town.RunAsync();

        Assert.Equal(attempts, town.Gateway.Handed.Count);
        Assert.Equal(
            channel == Channel.Voice ? DeliveryReasons.OutcomeUnknown : null, (await town.SingleAsync(offer)).Reason);
        Assert.Single(town.Gateway.Handed.Select(handed => handed.Text.Text).Distinct());
    }

    [Fact]
    public async Task A_busy_gateway_is_tried_again_with_growing_pauses_and_then_the_next_channel()
    {
        await using var town = await DeliveryFixture.StartAsync(TestDatabase.Sqlite, ("Delivery:MaxAttempts", "3"));
        town.Gateway.Answer = outgoing => Task.FromResult(
            outgoing.Channel == Channel.Sms ? SubmitResult.Retry() : SubmitResult.Accepted);
        var offer = await town.QueueAsync(await town.AddSubscriberAsync(), null, Channel.Sms, Channel.Stk);

        for (var minute = 0; minute < 5; minute++)
        {
            await town.RunAsync();
            town.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var handed = town.Gateway.Handed.Select(one => (one.Channel, one.Attempt));
        Assert.Equal([(Channel.Sms, 1), (Channel.Sms, 2), (Channel.Sms, 3), (Channel.Stk, 1)], handed);
        Assert.Equal(
            [DeliveryReasons.TooManyAttempts, null], (await town.DeliveriesAsync(offer)).Select(row => row.Reason));
    }

    [Fact]
    public async Task A_receipt_that_comes_before_our_own_note_of_submitting_counts()
    {
        await using var town = await DeliveryFixture.StartAsync();
        var offer = await town.QueueAsync(await town.AddSubscriberAsync());
        town.Gateway.Answer = async _ =>
        {
            await town.ReceiptAsync(await town.SingleAsync(offer), DeliveryState.Delivered);
            return SubmitResult.Accepted;
        };

        await town.RunAsync();

        Assert.Equal(DeliveryState.Delivered, (await town.SingleAsync(offer)).State);
    }

    [Theory, OnEachDatabase]
    public async Task Receipts_in_any_order_and_number_end_at_the_first_end(TestDatabase database)
    {
        await using var town = await DeliveryFixture.StartAsync(database);
        var offer = await town.QueueAsync(await town.AddSubscriberAsync(), null, Channel.Sms, Channel.Stk);
        await town.RunAsync();
        var delivery = await town.SingleAsync(offer);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => town.ReceiptAsync(delivery, DeliveryState.Delivered, "d")));
        await town.ReceiptAsync(delivery, DeliveryState.Accepted);
        await town.ReceiptAsync(delivery, DeliveryState.Failed);
        await town.ReceiptAsync(delivery, DeliveryState.Buffered);
        await town.RunAsync();

        Assert.Equal(DeliveryState.Delivered, (await town.SingleAsync(offer)).State);
        Assert.Single(town.Gateway.Handed);
    }

    [Fact]
    public async Task A_failure_of_a_lost_attempt_does_not_end_the_present_one()
    {
        await using var town = await DeliveryFixture.StartAsync();
        var offer = await town.QueueAsync(await town.AddSubscriberAsync());
        await town.ClaimAndDieAsync();
        town.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await town.RunAsync();
        var delivery = await town.SingleAsync(offer);

        await town.ReceiptAsync(delivery, DeliveryState.Failed, "late", attempt: 1);
        Assert.Equal(DeliveryState.Submitted, (await town.SingleAsync(offer)).State);
        await town.ReceiptAsync(delivery, DeliveryState.Delivered, "good", attempt: 1);

        Assert.Equal(DeliveryState.Delivered, (await town.SingleAsync(offer)).State);
    }

    [Fact]
    public async Task A_failed_delivery_goes_on_over_the_next_channel()
    {
        await using var town = await DeliveryFixture.StartAsync();
        var offer = await town.QueueAsync(await town.AddSubscriberAsync(), null, Channel.Sms, Channel.WapPush);
        await town.RunAsync();

        await town.ReceiptAsync(await town.SingleAsync(offer), DeliveryState.Failed);
        await town.ReceiptAsync((await town.DeliveriesAsync(offer))[0], DeliveryState.Failed, "again");
        await town.RunAsync();

        Assert.Equal([Channel.Sms, Channel.WapPush], town.Gateway.Handed.Select(handed => handed.Channel));
    }

    [Fact]
    public async Task A_receipt_that_never_comes_ends_as_expired()
    {
        await using var town = await DeliveryFixture.StartAsync();
        var offer = await town.QueueAsync(await town.AddSubscriberAsync(), null, Channel.Sms, Channel.Stk);
        await town.RunAsync();

        town.Portal.Clock.Advance(TimeSpan.FromHours(50));
        await town.RunAsync();

        var delivery = await town.SingleAsync(offer);
        Assert.Equal((DeliveryState.Expired, DeliveryReasons.NoReceipt), (delivery.State, delivery.Reason));
        Assert.Single(town.Gateway.Handed);
    }
}
