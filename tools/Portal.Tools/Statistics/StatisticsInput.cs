namespace Portal.Tools.Statistics;

internal sealed record StatisticsInput(string Transactions, TimeZoneInfo Zone, MccTable Categories)
{
    public required IReadOnlyDictionary<string, string> Holders { get; init; }

    public IReadOnlyDictionary<string, string>? Terminals { get; init; }

    /// <summary>The category of a code that is in none; without it such a code stops the calculation.</summary>
    public string? OtherCategory { get; init; }

    public required TimeProvider Time { get; init; }
}

internal readonly record struct StatisticsKey(string Msisdn, string Month, string Category);

internal readonly record struct StatisticsCell(long Count, long AmountMinor);
