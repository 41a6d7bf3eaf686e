using FluentValidation;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Privacy;
using Portal.Server.Subscribers.Domain;
using SubscriberRequest = Portal.Shared.Subscribers.SaveSubscriber;

namespace Portal.Server.Subscribers.SaveSubscriber;

/// <summary>Registers a subscriber, or changes the one that has this number.</summary>
/// <param name="Body">The registration record.</param>
/// <param name="ConsentSource">Where the consents come from, for their proof.</param>
internal sealed record SaveSubscriberCommand(SubscriberRequest Body, string ConsentSource) : ICommand<SavedSubscriber>;

/// <summary>Which subscriber it was, and whether the command made it.</summary>
internal sealed record SavedSubscriber(long Id, bool Created);

internal sealed class SaveSubscriberValidator : AbstractValidator<SaveSubscriberCommand>
{
    private const int MaxPaymentIds = 20;

    public SaveSubscriberValidator()
    {
        RuleFor(command => command.Body.Msisdn).Must(text => Msisdn.TryParse(text, out _))
            .OverridePropertyName("Msisdn")
            .WithMessage("msisdn must be in E.164 form: '+' and 8 to 15 digits, such as +8613800000001.");
        RuleFor(command => command.Body.PaymentIds).Must(ids => ids.Count <= MaxPaymentIds)
            .OverridePropertyName("PaymentIds").WithMessage($"A subscriber holds at most {MaxPaymentIds} PaymentIds.");
        RuleForEach(command => command.Body.PaymentIds).Must(text => PaymentId.TryParse(text, out _))
            .OverridePropertyName("PaymentIds").WithMessage("A PaymentId has 4 to 64 of [A-Za-z0-9._:-].");
        RuleFor(command => command.Body.Gender).IsInEnum().OverridePropertyName("Gender");
        RuleFor(command => command.Body.Name).MaximumLength(120).OverridePropertyName("Name");
        RuleFor(command => command.Body.Occupation).MaximumLength(Subscriber.OccupationLength)
            .OverridePropertyName("Occupation");
        RuleFor(command => command.Body.Address).MaximumLength(Subscriber.AddressLength)
            .OverridePropertyName("Address");
        RuleFor(command => command.Body.District).MaximumLength(Subscriber.DistrictLength)
            .OverridePropertyName("District");
        RuleFor(command => command.Body.Language).MaximumLength(Subscriber.LanguageLength)
            .OverridePropertyName("Language");
        RuleFor(command => command.Body.ArpuMinor).GreaterThanOrEqualTo(0).OverridePropertyName("ArpuMinor");
        RuleFor(command => command.Body.TimeZone)
            .Must(zone => zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            .OverridePropertyName("TimeZone").WithMessage("timeZone must be an IANA name such as Asia/Shanghai.");
        RuleForEach(command => command.Body.Consents).IsInEnum().OverridePropertyName("Consents");
    }
}
