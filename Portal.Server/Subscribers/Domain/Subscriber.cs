using Portal.Shared.Delivery;
using Portal.Shared.Subscribers;

namespace Portal.Server.Subscribers.Domain;

/// <summary>A person with a mobile contract and the operator's registration record [0037].</summary>
internal sealed class Subscriber
{
    public const int OccupationLength = 80;
    public const int DistrictLength = 80;
    public const int LanguageLength = 35;
    public const int AddressLength = 300;

    public long Id { get; init; }

    public required byte[] MsisdnHash { get; init; }

    public required byte[] MsisdnSealed { get; init; }

    public byte[]? NameSealed { get; set; }

    public byte[]? AddressSealed { get; set; }

    public Gender Gender { get; set; }

    public DateOnly? BirthDate { get; set; }

    public string? Occupation { get; set; }

    public string? District { get; set; }

    public long? ArpuMinor { get; set; }

    public string? Language { get; set; }

    public DateOnly? ContractDate { get; set; }

    public string? TimeZone { get; set; }

    /// <summary>One bit per <see cref="Channel"/> on which offers are welcome.</summary>
    public int ConsentMask { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool Consents(Channel channel) => (ConsentMask & Bit(channel)) != 0;

    /// <summary>Grants or withdraws; null when it was so already.</summary>
    public ConsentChange? SetConsent(Channel channel, bool granted, string source, DateTimeOffset at)
    {
        if (Consents(channel) == granted)
        {
            return null;
        }

        ConsentMask ^= Bit(channel);
        return new ConsentChange { Subscriber = this, Channel = channel, Granted = granted, Source = source, At = at };
    }

    private static int Bit(Channel channel) => 1 << (int)channel;
}
