using System.Collections.Frozen;

namespace Portal.Tools.Conversion.Others;

/// <summary>Merchant category codes of the departments of the Complete Journey grocer.</summary>
internal static class GrocerCategories
{
    /// <summary>The store's own, also of a line whose product or department is not known.</summary>
    public const string Store = "5411";

    public static readonly FrozenDictionary<string, string> Mcc = new Dictionary<string, string>
    {
        ["GROCERY"] = Store,
        ["FROZEN GROCERY"] = Store,
        ["PRODUCE"] = Store,
        ["MEAT"] = "5422",              // meat provisioners
        ["MEAT-PCKGD"] = "5422",
        ["SEAFOOD"] = "5422",
        ["SEAFOOD-PCKGD"] = "5422",
        ["PASTRY"] = "5462",            // bakeries
        ["NUTRITION"] = "5499",         // miscellaneous food stores
        ["DELI"] = "5814",              // fast food
        ["SALAD BAR"] = "5814",
        ["CHEF SHOPPE"] = "5814",
        ["RESTAURANT"] = "5812",        // restaurants
        ["SPIRITS"] = "5921",           // beer, wine and liquor
        ["DRUG GM"] = "5912",           // drug stores
        ["COSMETICS"] = "5977",         // cosmetic stores
        ["FLORAL"] = "5992",            // florists
        ["GARDEN CENTER"] = "5261",     // lawn and garden
        ["FUEL"] = "5541",              // service stations
        ["AUTOMOTIVE"] = "5533",        // automotive parts
        ["TRAVEL & LEISURE"] = "4722",  // travel agencies
        ["PHOTO & VIDEO"] = "5946",     // camera and photographic supply
        ["MISCELLANEOUS"] = "5999",     // miscellaneous retail
        ["GM MERCH EXP"] = "5999",
        ["CNTRL/STORE SUP"] = "5999",
        ["COUPON"] = "5999",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
