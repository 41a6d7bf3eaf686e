namespace Portal.Client.Promotions.Audience;

/// <summary>The conditions that somebody can add to an audience.</summary>
public enum ConditionKind
{
    Gender,
    Age,
    Occupation,
    District,
    Language,
    ArpuMinor,
    ContractMonths,
    Level,
    HabitShare,
    TopCategory,
    UsualDistrict,
    ActiveHours,
    Tendency,
    Purchases,
    NewCustomer,
    LapsedCustomer,
}

/// <summary>How conditions are called in the menu.</summary>
public static class ConditionKinds
{
    public static IReadOnlyList<(string Group, IReadOnlyList<ConditionKind> Kinds)> Menu { get; } =
    [
        ("What they buy",
        [
            ConditionKind.Purchases, ConditionKind.HabitShare, ConditionKind.TopCategory, ConditionKind.Tendency,
            ConditionKind.Level, ConditionKind.NewCustomer, ConditionKind.LapsedCustomer,
        ]),
        ("Where and when", [ConditionKind.UsualDistrict, ConditionKind.ActiveHours]),
        ("Who they are",
        [
            ConditionKind.Age, ConditionKind.Gender, ConditionKind.District, ConditionKind.Occupation,
            ConditionKind.Language, ConditionKind.ArpuMinor, ConditionKind.ContractMonths,
        ]),
    ];

    public static string Name(ConditionKind kind) => kind switch
    {
        ConditionKind.Gender => "Gender",
        ConditionKind.Age => "Age",
        ConditionKind.Occupation => "Occupation",
        ConditionKind.District => "Lives in district",
        ConditionKind.Language => "Language",
        ConditionKind.ArpuMinor => "Monthly phone bill (ARPU)",
        ConditionKind.ContractMonths => "Months of contract",
        ConditionKind.Level => "Spending level",
        ConditionKind.HabitShare => "Share of a category",
        ConditionKind.TopCategory => "Favourite category",
        ConditionKind.UsualDistrict => "Shops in district",
        ConditionKind.ActiveHours => "Buys at these hours",
        ConditionKind.Tendency => "Growing or shrinking",
        ConditionKind.Purchases => "Purchases so far",
        ConditionKind.NewCustomer => "New customer",
        ConditionKind.LapsedCustomer => "Lapsed customer",
    };
}
