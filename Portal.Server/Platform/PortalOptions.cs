using System.ComponentModel.DataAnnotations;

namespace Portal.Server.Platform;

/// <summary>Section <c>Portal</c>: what holds for the whole deployment.</summary>
internal sealed record PortalOptions : IValidatableObject
{
    public const string Section = "Portal";

    /// <summary>ISO 4217 code of the one currency of this deployment.</summary>
    [Required, RegularExpression("^[A-Z]{3}$", ErrorMessage = "Portal:Currency must be an ISO 4217 code such as CNY.")]
    public string Currency { get; init; } = "CNY";

    /// <summary>IANA name of the operator's time zone; days and months are cut in it.</summary>
    [Required]
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>A transaction older than this on arrival feeds statistics and never causes an offer.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Folder of the embedded database and of generated keys.</summary>
    [Required]
    public string DataFolder { get; init; } = "data";

    /// <summary>Base64 of the 32-byte master key of personal data; when empty, one is made in the data folder.</summary>
    public string PersonalDataKey { get; init; } = "";

    /// <summary>Address at which phones and browsers reach this portal; offers' short links start with it.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Serve the generated town and its accounts.</summary>
    public bool Demo { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new($"Portal:TimeZone: '{TimeZone}' is not a known IANA time zone.", [nameof(TimeZone)]);
        }

        if (LateAfter <= TimeSpan.Zero)
        {
            yield return new("Portal:LateAfter must be longer than zero.", [nameof(LateAfter)]);
        }
    }
}
