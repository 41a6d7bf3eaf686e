using System.ComponentModel.DataAnnotations;

namespace Portal.Server.Inbox;

/// <summary>Section <c>Inbox</c>.</summary>
internal sealed record InboxOptions
{
    public const string Section = "Inbox";

    /// <summary>Country code put before a number that is written without one.</summary>
    [RegularExpression("^[1-9][0-9]{0,2}$", ErrorMessage = "Inbox:CountryCode must be 1 to 3 digits such as 86.")]
    public string CountryCode { get; init; } = "86";

    /// <summary>How long somebody stays signed in.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a sign-in code is good (NIST SP 800-63B section 5.1.3.2 allows ten minutes).</summary>
    public TimeSpan CodeLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Guesses at one code: five of a million.</summary>
    [Range(1, 10, ErrorMessage = "Inbox:MaxTries must be between 1 and 10.")]
    public int MaxTries { get; init; } = 5;

    /// <summary>Span in which the three limits below count.</summary>
    public TimeSpan LimitSpan { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Codes sent to one number: nobody's phone is to be flooded.</summary>
    [Range(1, 100, ErrorMessage = "Inbox:MaxCodesPerNumber must be between 1 and 100.")]
    public int MaxCodesPerNumber { get; init; } = 3;

    /// <summary>Codes asked for from one address: many phones share one behind a mobile network's gateway.</summary>
    [Range(1, 10_000, ErrorMessage = "Inbox:MaxCodesPerAddress must be between 1 and 10,000.")]
    public int MaxCodesPerAddress { get; init; } = 20;

    /// <summary>Codes, and unknown short links, tried from one address.</summary>
    [Range(1, 10_000, ErrorMessage = "Inbox:MaxGuessesPerAddress must be between 1 and 10,000.")]
    public int MaxGuessesPerAddress { get; init; } = 60;
}
