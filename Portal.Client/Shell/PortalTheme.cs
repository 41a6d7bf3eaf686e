using MudBlazor;

namespace Portal.Client.Shell;

/// <summary>The portal's colours, light and dark; text on each of them has a contrast of at least 4.5 to 1.</summary>
public static class PortalTheme
{
    private static readonly string[] _fonts =
    [
        "system-ui", "Segoe UI", "Roboto", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
        "sans-serif",
    ];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b6b7f",
            Secondary = "#b45309",
            Tertiary = "#6d4bc3",
            Info = "#2563a8",
            Success = "#1a7a42",
            Warning = "#a15c00",
            Error = "#b42334",
            Background = "#f4f6f9",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#16202e",
            DrawerBackground = "#ffffff",
            DrawerText = "#334155",
            DrawerIcon = "#52627a",
            TextPrimary = "#16202e",
            TextSecondary = "#52627a",
            ActionDefault = "#52627a",
            Divider = "#e3e8ef",
            LinesDefault = "#e3e8ef",
            TableLines = "#e9edf3",
            LinesInputs = "#8a97aa",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#4fd1e5",
            PrimaryContrastText = "#06202a",
            Secondary = "#f5a64f",
            SecondaryContrastText = "#2a1600",
            Tertiary = "#b39cf0",
            TertiaryContrastText = "#1c1038",
            Info = "#7db8f0",
            Success = "#5fcf8d",
            SuccessContrastText = "#04210f",
            Warning = "#f0b44c",
            WarningContrastText = "#2a1a00",
            Error = "#f58590",
            ErrorContrastText = "#33060c",
            Background = "#0c131f",
            Surface = "#141d2c",
            AppbarBackground = "#101826",
            AppbarText = "#e8edf5",
            DrawerBackground = "#101826",
            DrawerText = "#c3cedd",
            DrawerIcon = "#93a3b8",
            TextPrimary = "#e8edf5",
            TextSecondary = "#9fb0c5",
            ActionDefault = "#9fb0c5",
            Divider = "#243046",
            LinesDefault = "#243046",
            TableLines = "#1f2a3d",
            LinesInputs = "#5a6b84",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "10px", DrawerWidthLeft = "232px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = _fonts, FontSize = ".9rem", LetterSpacing = "normal" },
            Button = new ButtonTypography { TextTransform = "none", FontWeight = "600", LetterSpacing = "normal" },
        },
    };
}
