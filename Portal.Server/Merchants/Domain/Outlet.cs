namespace Portal.Server.Merchants.Domain;

/// <summary>A place of a merchant [0036]: where its terminals stand.</summary>
internal sealed class Outlet
{
    public const int DistrictLength = 80;

    /// <summary>Stands where an import gave no district.</summary>
    public const string UnknownDistrict = "unknown";

    public int Id { get; init; }

    public required int MerchantId { get; init; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string District { get; set; }

    /// <summary>Degrees, WGS 84; null where nobody gave it.</summary>
    public required double? Latitude { get; set; }

    /// <summary>Degrees, WGS 84; null where nobody gave it.</summary>
    public required double? Longitude { get; set; }
}
