using Microsoft.AspNetCore.Identity;

namespace Portal.Server.Identity.Domain;

/// <summary>A person of the operator, or of one merchant, who signs in to the portal.</summary>
internal sealed class PortalUser : IdentityUser
{
    public PortalUser() => Id = Guid.CreateVersion7().ToString("N");

    public string DisplayName { get; set; } = "";

    /// <summary>The merchant whose person this is; null for the operator's people.</summary>
    public int? MerchantId { get; set; }
}
