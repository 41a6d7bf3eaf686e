using System.ComponentModel.DataAnnotations;

namespace Portal.Server.Identity;

/// <summary>Section <c>Identity</c>.</summary>
internal sealed record SignInOptions
{
    public const string Section = "Identity";

    /// <summary>The address in the tokens' <c>iss</c>; must be the same on all nodes. Empty: Portal:PublicUrl, or the
    /// address of the request where that is empty too.</summary>
    [RegularExpression("^$|^https?://.+", ErrorMessage = "Identity:Issuer must be an http or https address.")]
    public string Issuer { get; init; } = "";

    /// <summary>Serve tokens over plain HTTP. Only for a portal behind a proxy that ends TLS, or on one machine.</summary>
    public bool AllowHttp { get; init; } = true;

    /// <summary>How long a token is good.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);
}
