using Portal.Shared.Delivery;

namespace Portal.Shared.Subscribers;

/// <summary>As the operator's registration record says it [0037].</summary>
public enum Gender
{
    /// <summary>Not given.</summary>
    Unknown,
    /// <summary>Female.</summary>
    F,
    /// <summary>Male.</summary>
    M,
    /// <summary>Another.</summary>
    X,
}

/// <summary>A subscriber in a list: the number is masked.</summary>
public sealed record SubscriberSummary(
    long Id, string Msisdn, string? Name, string? District, string? Language, int PaymentIds);

/// <summary>A subscriber with its registration record [0037].</summary>
public sealed record SubscriberView(
    long Id,
    string Msisdn,
    string? Name,
    Gender Gender,
    DateOnly? BirthDate,
    string? Occupation,
    string? Address,
    string? District,
    long? ArpuMinor,
    string? Language,
    DateOnly? ContractDate,
    string? TimeZone,
    IReadOnlyList<Channel> Consents,
    IReadOnlyList<BindingView> Bindings);

/// <summary>Registers a subscriber, or changes the one that has this number.</summary>
public sealed record SaveSubscriber
{
    /// <summary>E.164, such as +8613800000001.</summary>
    public required string Msisdn { get; init; }

    /// <summary>PaymentIds to bind, from the beginning of time unless they are bound already.</summary>
    public IReadOnlyList<string> PaymentIds { get; init; } = [];

    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>F, M or X.</summary>
    public Gender Gender { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Occupation code, such as <c>office</c>.</summary>
    public string? Occupation { get; init; }

    /// <summary>Postal address.</summary>
    public string? Address { get; init; }

    /// <summary>District of residence.</summary>
    public string? District { get; init; }

    /// <summary>Average revenue per user and month, minor units.</summary>
    public long? ArpuMinor { get; init; }

    /// <summary>BCP 47 language, such as zh-CN.</summary>
    public string? Language { get; init; }

    /// <summary>Start of the contract.</summary>
    public DateOnly? ContractDate { get; init; }

    /// <summary>IANA time zone of the phone; the operator's when left out.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Channels on which offers are welcome.</summary>
    public IReadOnlyList<Channel> Consents { get; init; } = [];
}

/// <summary>A PaymentId held by a subscriber for a time; shown by its last four characters.</summary>
public sealed record BindingView(
    long Id, long SubscriberId, string PaymentIdLast4, DateTimeOffset? ValidFrom, DateTimeOffset? ValidTo);

/// <summary>Binds a PaymentId to a subscriber; from then on the earlier holder has it no more.</summary>
/// <param name="ValidFrom">When it begins; null: from the beginning of time (only where nobody held it before).</param>
public sealed record CreateBinding(long SubscriberId, string PaymentId, DateTimeOffset? ValidFrom);
