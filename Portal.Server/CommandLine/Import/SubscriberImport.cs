using Portal.Server.CommandLine.Csv;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Subscribers.SaveSubscribers;
using Portal.Shared.Delivery;
using Portal.Shared.Subscribers;
using SubscriberRequest = Portal.Shared.Subscribers.SaveSubscriber;

namespace Portal.Server.CommandLine.Import;

/// <summary>Registration records [0037]; a number that is known already is changed to what its row says.</summary>
internal sealed class SubscriberImport(VerbHost host) : IRowImport<SubscriberRequest>
{
    /// <summary>Where the consents of a list come from, for their proof.</summary>
    private const string ConsentSource = "registration";

    public IReadOnlyList<string> Columns { get; } =
    [
        "msisdn", "paymentIds", "name", "gender", "birthDate", "occupation", "address", "district", "arpuMinor", "language",
        "contractDate", "consents",
    ];

    public (string New, string Repeated) Words => ("registered", "updated");

    /// <summary>Large enough to spread the cost of a commit, small enough for one statement's parameters.</summary>
    public int BatchSize => 500;

    /// <summary>One at a time: each batch reads what the one before has written.</summary>
    public int InFlight => 1;

    public Result<SubscriberRequest> Read(CsvRow row)
    {
        var fields = new RowReader(row);
        var subscriber = new SubscriberRequest
        {
            Msisdn = fields.Text("msisdn"),
            PaymentIds = fields.List("paymentIds"),
            Name = fields.OptionalText("name"),
            Gender = fields.OptionalWord<Gender>("gender") ?? Gender.Unknown,
            BirthDate = fields.OptionalDay("birthDate"),
            Occupation = fields.OptionalText("occupation"),
            Address = fields.OptionalText("address"),
            District = fields.OptionalText("district"),
            ArpuMinor = fields.OptionalWholeNumber("arpuMinor"),
            Language = fields.OptionalText("language"),
            ContractDate = fields.OptionalDay("contractDate"),
            Consents = fields.Words<Channel>("consents"),
        };
        return fields.Error is { } error ? error : subscriber;
    }

    public async Task<IReadOnlyList<RowOutcome>> SendAsync(
        IReadOnlyList<SubscriberRequest> items, CancellationToken cancellationToken)
    {
        var saved = await host.SendAsync(new SaveSubscribersCommand(items, ConsentSource), cancellationToken);
        return saved.IsSuccess
            ? [.. saved.Value.Select(each => new RowOutcome(each.IsSuccess && !each.Value.Created, each.Error))]
            : throw new VerbException(saved.Error.Message);
    }
}
