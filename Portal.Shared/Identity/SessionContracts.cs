namespace Portal.Shared.Identity;

/// <summary>Who is signed in.</summary>
/// <param name="Name">Shown in the corner.</param>
/// <param name="IsOperator">Sees all merchants.</param>
/// <param name="MerchantId">The one merchant that a merchant's person sees.</param>
/// <param name="MerchantName">Its name.</param>
/// <param name="Currency">ISO 4217 code of the deployment.</param>
/// <param name="TimeZone">IANA zone in which days are cut and times shown.</param>
/// <param name="IsDemo">Whether this is the generated town.</param>
public sealed record SessionView(
    string Name, bool IsOperator, int? MerchantId, string? MerchantName, string Currency, string TimeZone, bool IsDemo);

/// <summary>A person's e-mail address and password.</summary>
public sealed record SignInRequest(string Email, string Password);
