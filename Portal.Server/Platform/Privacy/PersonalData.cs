using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Portal.Server.Platform.Privacy;

/// <summary>
/// Seals personal fields (AES-256-GCM, NIST SP 800-38D) and makes the keyed hashes (HMAC-SHA-256, RFC 2104) by which
/// they are looked up. Both keys are derived from one master key by HKDF (RFC 5869).
/// </summary>
internal sealed class PersonalData
{
    /// <summary>Bytes of a look-up hash: 128 bits are beyond any accidental collision and keep indexes small.</summary>
    public const int HashLength = 16;

    private const byte FormatVersion = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _sealKey;
    private readonly byte[] _hashKey;

    public PersonalData(IOptions<PortalOptions> options)
    {
        var master = MasterKey.Load(options.Value);
        _sealKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "portal.seal.v1"u8.ToArray());
        _hashKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "portal.hash.v1"u8.ToArray());
    }

    public byte[] Hash(Msisdn msisdn) => Hash("msisdn:", msisdn.E164);

    public byte[] Hash(PaymentId paymentId) => Hash("payment-id:", paymentId.Value);

    /// <summary>A keyed hash of a secret text (a one-time code, a token) under a purpose of its own.</summary>
    public byte[] Hash(string purpose, string text)
    {
        var length = Encoding.UTF8.GetByteCount(purpose) + Encoding.UTF8.GetByteCount(text);
        Span<byte> input = length <= 256 ? stackalloc byte[length] : new byte[length];
        var start = Encoding.UTF8.GetBytes(purpose, input);
        Encoding.UTF8.GetBytes(text, input[start..]);
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_hashKey, input, full);
        return full[..HashLength].ToArray();
    }

    public byte[] Seal(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[1 + NonceLength + TagLength + plain.Length];
        sealedBytes[0] = FormatVersion;
        var nonce = sealedBytes.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_sealKey, TagLength);
        aes.Encrypt(
            nonce, plain, sealedBytes.AsSpan(1 + NonceLength + TagLength), sealedBytes.AsSpan(1 + NonceLength, TagLength));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">The bytes were not sealed with this key, or were changed.</exception>
    public string Open(byte[] sealedBytes)
    {
        if (sealedBytes.Length < 1 + NonceLength + TagLength || sealedBytes[0] != FormatVersion)
        {
            throw new CryptographicException("These bytes are not a sealed personal field.");
        }

        var plain = new byte[sealedBytes.Length - 1 - NonceLength - TagLength];
        using var aes = new AesGcm(_sealKey, TagLength);
        aes.Decrypt(
            sealedBytes.AsSpan(1, NonceLength),
            sealedBytes.AsSpan(1 + NonceLength + TagLength),
            sealedBytes.AsSpan(1 + NonceLength, TagLength),
            plain);
        return Encoding.UTF8.GetString(plain);
    }

    public byte[]? SealOptional(string? text) => string.IsNullOrEmpty(text) ? null : Seal(text);

    public string? OpenOptional(byte[]? sealedBytes) => sealedBytes is null ? null : Open(sealedBytes);

    /// <summary>A sealed phone number as lists show it.</summary>
    public string OpenMasked(byte[] sealedMsisdn) =>
        Msisdn.TryParse(Open(sealedMsisdn), out var msisdn) ? msisdn.Masked : "•••";
}
