namespace Portal.Shared.Merchants;

/// <summary>A business.</summary>
public sealed record MerchantView(int Id, string Code, string Name, int Outlets, DateTimeOffset CreatedAt);

/// <summary>Registers a business.</summary>
/// <param name="Code">At most 32 of <c>[A-Za-z0-9._:-]</c>, unique.</param>
/// <param name="Name">At most 120 characters.</param>
public sealed record CreateMerchant(string Code, string Name);

/// <summary>A place of a business.</summary>
/// <param name="Latitude">Degrees north, WGS 84; null where nobody gave it.</param>
/// <param name="Longitude">Degrees east, WGS 84; null where nobody gave it.</param>
public sealed record OutletView(
    int Id, int MerchantId, string Code, string Name, string District, double? Latitude, double? Longitude);

/// <summary>Registers a place of a business.</summary>
public sealed record CreateOutlet(
    int MerchantId, string Code, string Name, string District, double? Latitude, double? Longitude);
