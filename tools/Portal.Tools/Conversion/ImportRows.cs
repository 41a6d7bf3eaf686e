namespace Portal.Tools.Conversion;

/// <summary>A row of subscribers.csv; what the source does not tell stays empty.</summary>
internal sealed record SubscriberRow(string Msisdn, string PaymentIds)
{
    public string Gender { get; init; } = "";

    public DateOnly? BirthDate { get; init; }

    public string Occupation { get; init; } = "";

    public string Address { get; init; } = "";

    public string District { get; init; } = "";

    public long? ArpuMinor { get; init; }

    public DateOnly? ContractDate { get; init; }
}

/// <summary>A row of merchants.csv: one a terminal.</summary>
internal sealed record MerchantRow(string MerchantCode, string MerchantName, string OutletCode, string OutletName)
{
    public string District { get; init; } = "";

    public decimal? Latitude { get; init; }

    public decimal? Longitude { get; init; }

    public required string TerminalId { get; init; }

    public required string Category { get; init; }
}

/// <summary>A row of transactions.csv. All the sets hold purchases only.</summary>
internal sealed record PurchaseRow(
    string Id, string TerminalId, string PaymentId, long AmountMinor, DateTimeOffset OccurredAt, string Category);
