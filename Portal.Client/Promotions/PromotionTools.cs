using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Portal.Client.Promotions;

/// <summary>What the promotion page needs besides the portal's API.</summary>
public sealed record PromotionTools(ISnackbar Messages, NavigationManager Navigation, TimeProvider Time);
