namespace Portal.Server.Profiles.Domain;

/// <summary>Purchases of one subscriber in one month and category, net of refunds [0041].</summary>
internal sealed class StatisticRow
{
    public required long SubscriberId { get; init; }

    /// <summary>yyyyMM in the operator's time zone.</summary>
    public required int Month { get; init; }

    public required byte CategoryId { get; init; }

    public required int Count { get; init; }

    public required long AmountMinor { get; init; }
}

/// <summary>Purchases of one subscriber in one hour, at one outlet and in one category, net of refunds.</summary>
internal sealed class ActivityRow
{
    public required long SubscriberId { get; init; }

    /// <summary>yyyyMMdd in the operator's time zone.</summary>
    public required int Day { get; init; }

    /// <summary>0 to 23 in the operator's time zone.</summary>
    public required byte Hour { get; init; }

    public required int OutletId { get; init; }

    public required int MerchantId { get; init; }

    public required byte CategoryId { get; init; }

    public required int Count { get; init; }

    public required long AmountMinor { get; init; }
}
