namespace Portal.Server.Merchants.Domain;

/// <summary>A business whose outlets take phone payments and which may promote itself.</summary>
internal sealed class Merchant
{
    public int Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
