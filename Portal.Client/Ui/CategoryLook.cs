using MudBlazor;
using Portal.Shared.Categories;

namespace Portal.Client.Ui;

/// <summary>How a consumption category looks.</summary>
public static class CategoryLook
{
    public static string Name(byte id) => ConsumptionCategories.Get(id).Name;

    public static string Name(string code) => ConsumptionCategories.Find(code)?.Name ?? code;

    public static string Icon(byte id) => ConsumptionCategories.Get(id).Code switch
    {
        "groceries" => Icons.Material.Outlined.ShoppingCart,
        "convenience" => Icons.Material.Outlined.LocalConvenienceStore,
        "bakery" => Icons.Material.Outlined.BakeryDining,
        "dining" => Icons.Material.Outlined.Restaurant,
        "fast-food" => Icons.Material.Outlined.LocalCafe,
        "transit" => Icons.Material.Outlined.DirectionsSubway,
        "fuel" => Icons.Material.Outlined.LocalGasStation,
        "travel" => Icons.Material.Outlined.Hotel,
        "fashion" => Icons.Material.Outlined.Checkroom,
        "electronics" => Icons.Material.Outlined.Devices,
        "home" => Icons.Material.Outlined.Chair,
        "health" => Icons.Material.Outlined.LocalPharmacy,
        "beauty" => Icons.Material.Outlined.Spa,
        "sports" => Icons.Material.Outlined.FitnessCenter,
        "music" => Icons.Material.Outlined.MusicNote,
        "books" => Icons.Material.Outlined.MenuBook,
        "entertainment" => Icons.Material.Outlined.Theaters,
        "kids" => Icons.Material.Outlined.ChildCare,
        "education" => Icons.Material.Outlined.School,
        "services" => Icons.Material.Outlined.HomeRepairService,
        "shopping" => Icons.Material.Outlined.ShoppingBag,
        _ => Icons.Material.Outlined.Category,
    };
}
