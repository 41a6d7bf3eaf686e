using System.ComponentModel.DataAnnotations;
using Portal.Server.Demo.Town;

namespace Portal.Server.Demo;

/// <summary>Section <c>Demo</c>: the generated town, made once on an empty database.</summary>
internal sealed record DemoOptions
{
    public const string Section = "Demo";

    /// <summary>The same seed gives the same town.</summary>
    public int Seed { get; init; } = TownPlan.DefaultSeed;

    [Range(1, 100_000, ErrorMessage = "Demo:Subscribers must be between 1 and 100,000.")]
    public int Subscribers { get; init; } = 2_000;

    [Range(1, 60, ErrorMessage = "Demo:Merchants must be between 1 and 60.")]
    public int Merchants { get; init; } = 60;

    /// <summary>Days of taps before the first start.</summary>
    [Range(0, 366, ErrorMessage = "Demo:Days must be between 0 and 366.")]
    public int Days { get; init; } = 92;

    /// <summary>How fast the town lives: 1 is 1.5 to 6 taps a second by the hour of day; 0 stands still.</summary>
    [Range(0, 100, ErrorMessage = "Demo:Pace must be between 0 and 100.")]
    public double Pace { get; init; } = 1;
}
