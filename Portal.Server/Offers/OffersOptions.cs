using System.ComponentModel.DataAnnotations;

namespace Portal.Server.Offers;

/// <summary>Section <c>Offers</c>.</summary>
internal sealed record OffersOptions
{
    public const string Section = "Offers";

    /// <summary>
    /// Ledger entries matched in one transaction: small, so that an offer does not wait for many others.
    /// </summary>
    [Range(1, 1_000, ErrorMessage = "Offers:BatchSize must be between 1 and 1,000.")]
    public int BatchSize { get; init; } = 500;

    /// <summary>When several promotions fit one tap, at most so many offers are made; the rest is outranked.</summary>
    [Range(1, 10, ErrorMessage = "Offers:MaxOffersPerTap must be between 1 and 10.")]
    public int MaxOffersPerTap { get; init; } = 1;

    /// <summary>Messages to one subscriber on a local day, over all promotions.</summary>
    [Range(1, 100, ErrorMessage = "Offers:MessagesPerDay must be between 1 and 100.")]
    public int MessagesPerDay { get; init; } = 3;

    /// <summary>Messages to one subscriber on seven local days, over all promotions.</summary>
    [Range(1, 700, ErrorMessage = "Offers:MessagesPerWeek must be between 1 and 700.")]
    public int MessagesPerWeek { get; init; } = 10;

    /// <summary>Language of an offer when the subscriber's is not known or there is no text in it.</summary>
    [Required, RegularExpression("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        ErrorMessage = "Offers:DefaultLanguage must be a BCP 47 language such as zh-CN.")]
    public string DefaultLanguage { get; init; } = "zh-CN";

    /// <summary>Promotions of one owner that may be active at once: each is looked at for every tap.</summary>
    [Range(1, 1_000, ErrorMessage = "Offers:MaxActivePromotions must be between 1 and 1,000.")]
    public int MaxActivePromotions { get; init; } = 100;

    /// <summary>Days for which it is kept who was refused and why.</summary>
    [Range(1, 3_650, ErrorMessage = "Offers:KeepRefusalsDays must be between 1 and 3,650.")]
    public int KeepRefusalsDays { get; init; } = 90;
}
