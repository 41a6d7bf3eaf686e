using System.Security.Cryptography;

namespace Portal.Server.Platform.Privacy;

/// <summary>The master key of personal data: from configuration, else a file made once in the data folder.</summary>
internal static class MasterKey
{
    private const int Length = 32;

    public static byte[] Load(PortalOptions options) => Parse(options.PersonalDataKey.Length > 0
        ? options.PersonalDataKey
        : KeyFile.ReadOrCreate(
            Path.Combine(options.DataFolder, "keys", "personal-data.key"),
            () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length))));

    private static byte[] Parse(string base64)
    {
        var key = new byte[Length];
        return Convert.TryFromBase64String(base64, key, out var written) && written == Length
            ? key
            : throw new InvalidOperationException("Portal:PersonalDataKey must be the base64 of exactly 32 bytes.");
    }
}
