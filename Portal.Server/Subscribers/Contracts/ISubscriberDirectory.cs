using Portal.Server.Platform.Privacy;
using Portal.Shared.Delivery;
using Portal.Shared.Subscribers;

namespace Portal.Server.Subscribers.Contracts;

/// <summary>The part of a registration record [0037] that rules and habits are joined with; nothing that names a person.</summary>
internal sealed record Registration(
    long SubscriberId,
    Gender Gender,
    DateOnly? BirthDate,
    string? Occupation,
    string? District,
    long? ArpuMinor,
    string? Language,
    DateOnly? ContractDate,
    string? TimeZone,
    int ConsentMask)
{
    public bool Consents(Channel channel) => (ConsentMask & (1 << (int)channel)) != 0;
}

/// <summary>Who the subscribers are.</summary>
internal interface ISubscriberDirectory
{
    Task<long?> FindIdAsync(Msisdn msisdn, CancellationToken cancellationToken);

    /// <summary>The number to which a message goes; null when there is no such subscriber.</summary>
    Task<Msisdn?> FindMsisdnAsync(long subscriberId, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<long, Msisdn>> MsisdnsAsync(
        IReadOnlyCollection<long> subscriberIds, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<long, Registration>> RegistrationsAsync(
        IReadOnlyCollection<long> subscriberIds, CancellationToken cancellationToken);

    /// <summary>A page of all registrations in the order of their numbers, for scans.</summary>
    Task<IReadOnlyList<Registration>> ScanAsync(long afterId, int limit, CancellationToken cancellationToken);

    Task<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>Withdraws consent on all channels, as STOP does; saves at once. Returns the channels it withdrew.</summary>
    Task<IReadOnlyList<Channel>> WithdrawAllAsync(long subscriberId, string source, CancellationToken cancellationToken);

    /// <summary>Grants or withdraws consent on one channel, as the subscriber said it; saves at once.</summary>
    Task SetConsentAsync(
        long subscriberId, Channel channel, bool granted, string source, CancellationToken cancellationToken);

    /// <summary>A PaymentId that the subscriber holds at that instant; null when there is none.</summary>
    Task<HeldPaymentId?> FindPaymentIdAsync(
        long subscriberId, DateTimeOffset at, CancellationToken cancellationToken);
}

/// <summary>A PaymentId as it is stored: its keyed hash and its last four characters.</summary>
internal sealed record HeldPaymentId(byte[] Hash, string Last4);
