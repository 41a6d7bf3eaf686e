using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Portal.Client.Promotions.Audience;

/// <summary>One condition, to be read as a sentence with blanks to fill in.</summary>
public sealed partial class ConditionEditor
{
    private static readonly (string Value, string Text)[] _genders = [("F", "women"), ("M", "men"), ("X", "others")];

    private static readonly (string Value, string Text)[] _levels =
        [("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5 (most)")];

    [Parameter, EditorRequired] public ConditionDraft Condition { get; set; } = null!;

    /// <summary>Merchants to choose from; empty where only the own one may be meant.</summary>
    [Parameter] public IReadOnlyList<(int Id, string Name)> Merchants { get; set; } = [];

    [Parameter] public EventCallback OnChanged { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    private string WordsText => string.Join(", ", Condition.Words);

    private Task SetAsync(Action change)
    {
        change();
        return OnChanged.InvokeAsync();
    }

    private Task SetWordsAsync(IEnumerable<string?>? words) =>
        SetAsync(() => Condition.Words = [.. (words ?? []).OfType<string>().Order(StringComparer.Ordinal)]);

    private Task SetWordsTextAsync(string? text) => SetAsync(() => Condition.Words =
    [
        .. (text ?? "").Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    ]);

    private Task SetDirectionAsync(ChangeEventArgs change) =>
        SetAsync(() => Condition.IsShrinking = (string?)change.Value == "down");

    private Task SetMerchantAsync(ChangeEventArgs change) => SetAsync(() => Condition.MerchantId =
        int.TryParse((string?)change.Value, CultureInfo.InvariantCulture, out var id) ? id : null);

    private long? Whole(long? minor) => minor is null ? null : (long)(minor.Value / Formatter.Unit);

    private long? Minor(long? whole) => whole is null ? null : (long)(whole.Value * Formatter.Unit);
}
