using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Portal.Server.Platform;

namespace Portal.Server.Identity.Tokens;

/// <summary>The keys with which tokens are signed and encrypted: made once, kept in the data folder.</summary>
internal static class SigningKeys
{
    public static ECDsaSecurityKey Signing(PortalOptions options)
    {
        var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(ReadOrCreate(options, "token-signing.pem", () =>
        {
            using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return fresh.ExportPkcs8PrivateKeyPem();
        }));
        return new ECDsaSecurityKey(ecdsa);
    }

    public static SymmetricSecurityKey Encryption(PortalOptions options) => new(Convert.FromBase64String(
        ReadOrCreate(options, "token-encryption.key", () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))));

    private static string ReadOrCreate(PortalOptions options, string name, Func<string> create) =>
        KeyFile.ReadOrCreate(Path.Combine(options.DataFolder, "keys", name), create);
}
