namespace Portal.Shared.Categories;

/// <summary>A consumption category [0041]: a group of ISO 18245 merchant category codes.</summary>
/// <param name="Id">Small stable number by which rows refer to it.</param>
/// <param name="Code">Stable lower-case word used in APIs, rules and exports.</param>
/// <param name="Name">English name.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="Mccs">Its codes and inclusive ranges of codes, as <c>"5411"</c> or <c>"5811-5813"</c>.</param>
public sealed record ConsumptionCategory(
    byte Id, string Code, string Name, string NameZh, IReadOnlyList<string> Mccs);
