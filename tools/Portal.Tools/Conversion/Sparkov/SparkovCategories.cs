using System.Collections.Frozen;

namespace Portal.Tools.Conversion.Sparkov;

/// <summary>
/// Merchant category codes (ISO 18245) of the set's 14 categories, and of two more (pharmacy, utilities) whose
/// businesses have no payment. Each has a code of its own, so that they can be told apart again in the ledger.
/// </summary>
internal static class SparkovCategories
{
    public static readonly FrozenDictionary<string, string> Mcc = new Dictionary<string, string>
    {
        ["entertainment"] = "7832",   // motion picture theatres
        ["food_dining"] = "5812",     // eating places, restaurants
        ["gas_transport"] = "5541",   // service stations
        ["grocery_net"] = "5499",     // miscellaneous food stores
        ["grocery_pos"] = "5411",     // grocery stores, supermarkets
        ["health_fitness"] = "7997",  // membership clubs, fitness
        ["home"] = "5712",            // furniture, home furnishings
        ["kids_pets"] = "5945",       // hobby, toy and game shops
        ["misc_net"] = "5969",        // direct marketing, not elsewhere classified
        ["misc_pos"] = "5999",        // miscellaneous and specialty retail
        ["personal_care"] = "7230",   // beauty and barber shops
        ["pharmacy"] = "5912",        // drug stores
        ["shopping_net"] = "5964",    // catalogue merchants
        ["shopping_pos"] = "5311",    // department stores
        ["travel"] = "4722",          // travel agencies
        ["utilities"] = "4900",       // electricity, gas, water
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
