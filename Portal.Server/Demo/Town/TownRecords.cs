namespace Portal.Server.Demo.Town;

/// <summary>Kilometres east and north of the town centre; enough for distances inside one town.</summary>
internal readonly record struct TownPoint(double East, double North)
{
    // Origin and degree lengths at 30.25° N; the town is invented, its place on a map is not important.
    public double Latitude => Math.Round(30.25 + (North / 111.2), 6);

    public double Longitude => Math.Round(120.15 + (East / 96.1), 6);

    public double KilometresTo(TownPoint other) =>
        Math.Sqrt(((East - other.East) * (East - other.East)) + ((North - other.North) * (North - other.North)));
}

internal sealed record TownDistrict(char Letter, string Chinese, string English, TownPoint Centre, int HomeWeight)
{
    public string Name { get; } = $"{Chinese} · {English}";
}

/// <summary>Category is the ISO 18245 code, as everywhere in the contracts of terminals.</summary>
internal sealed record TownMerchant(string Code, string Name, string Category, TownTrade Trade);

internal sealed record TownOutlet(
    string Code, string MerchantCode, string Name, string District, double Latitude, double Longitude);

internal enum TownTerminalKind
{
    Pos,
    Reader,
    Gate,
}

internal sealed record TownTerminal(
    string Code,
    string MerchantCode,
    string OutletCode,
    TownTerminalKind Kind,
    string Category,
    string District,
    double Latitude,
    double Longitude);

/// <summary>The registration record [0037] in the words of the subscribers CSV.</summary>
internal sealed record TownSubscriber(
    string Msisdn,
    IReadOnlyList<string> PaymentIds,
    string Name,
    string Gender,
    DateOnly BirthDate,
    string Occupation,
    string Address,
    string District,
    long ArpuMinor,
    string Language,
    DateOnly ContractDate,
    IReadOnlyList<string> Consents);

internal enum TownTapKind
{
    Purchase,
    Refund,
    Reversal,
}

internal sealed record TownTap(
    string Id,
    string TerminalId,
    long Sequence,
    TownTapKind Kind,
    string? OriginalId,
    string PaymentId,
    long AmountMinor,
    DateTimeOffset OccurredAt,
    string Category);
