using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Shared.Offers;

namespace Portal.Server.Offers.Reading;

/// <summary>The JSON that is kept in the database: definitions and reasons.</summary>
internal static class OffersJson
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, _options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, _options)!;
}

/// <summary>What an offer keeps of its making.</summary>
/// <param name="Why">Sentences for the subscriber by language.</param>
internal sealed record StoredReasons(OfferReasons Reasons, IReadOnlyDictionary<string, IReadOnlyList<string>> Why);
