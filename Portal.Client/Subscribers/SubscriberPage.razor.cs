using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Client.Api;
using Portal.Client.Ui;
using Portal.Shared.Delivery;
using Portal.Shared.Offers;
using Portal.Shared.Subscribers;

namespace Portal.Client.Subscribers;

/// <summary>What the operator knows of one subscriber, and what came of it.</summary>
public sealed partial class SubscriberPage
{
    private SubscriberView? _subscriber;
    private IReadOnlyList<OfferSummary> _offers = [];
    private ApiProblem? _problem;

    [Parameter] public long Id { get; set; }

    [Inject] private SubscribersApi Subscribers { get; set; } = null!;

    [Inject] private OffersApi Offers { get; set; } = null!;

    [Inject] private Formats Formatter { get; set; } = null!;

    [Inject] private ISnackbar Messages { get; set; } = null!;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        (_subscriber, _problem) = (null, null);
        var answer = await Subscribers.ShowAsync(Id, CancellationToken.None);
        (_subscriber, _problem) = (answer.Value, answer.Problem);
        if (answer.IsSuccess)
        {
            var offers = await Offers.BrowseAsync(null, Id, null, null, CancellationToken.None);
            _offers = offers.Value?.Items.Take(10).ToList() ?? [];
        }
    }

    private IEnumerable<(string Name, string Value)> Facts(SubscriberView subscriber)
    {
        yield return ("Gender", subscriber.Gender switch
        {
            Gender.F => "Female",
            Gender.M => "Male",
            Gender.X => "Another",
            Gender.Unknown => "not given",
        });
        yield return ("Born", subscriber.BirthDate is { } born ? Formats.Day(born) : "not given");
        yield return ("Occupation", subscriber.Occupation ?? "not given");
        yield return ("District", subscriber.District ?? "not given");
        yield return ("Address", subscriber.Address ?? "not given");
        yield return ("ARPU", subscriber.ArpuMinor is { } arpu ? $"{Formatter.Money(arpu)} a month" : "not given");
        yield return ("Language", subscriber.Language ?? "not given");
        yield return ("Contract since", subscriber.ContractDate is { } since ? Formats.Day(since) : "not given");
        yield return ("Time zone", subscriber.TimeZone ?? "the operator's");
    }

    private string BindingTime(BindingView binding) => (binding.ValidFrom, binding.ValidTo) switch
    {
        (null, null) => "always",
        ({ } from, null) => $"since {Formatter.Moment(from)}",
        (null, { } to) => $"until {Formatter.Moment(to)}",
        ({ } from, { } to) => $"{Formatter.Moment(from)} – {Formatter.Moment(to)}",
    };

    private async Task SetConsentAsync(Channel channel, bool granted)
    {
        var answer = await Subscribers.SetConsentAsync(Id, channel, granted);
        if (!answer.IsSuccess)
        {
            Messages.Add(answer.Problem!.Message, Severity.Error);
            return;
        }

        var consents = _subscriber!.Consents.Except([channel]);
        _subscriber = _subscriber with { Consents = [.. granted ? consents.Append(channel) : consents] };
        Messages.Add($"Offers by {Words.Of(channel)} are {(granted ? "welcome" : "not wanted")}.", Severity.Success);
    }
}
