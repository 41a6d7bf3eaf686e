using System.ComponentModel.DataAnnotations;

namespace Portal.Server.Delivery;

/// <summary>Section <c>Delivery</c>.</summary>
internal sealed record DeliveryOptions : IValidatableObject
{
    public const string Section = "Delivery";

    /// <summary>
    /// Local time from which offers wait; the same as <see cref="QuietTo"/>: there are no quiet hours.
    /// </summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);

    /// <summary>Local time at which waiting offers go on.</summary>
    public TimeOnly QuietTo { get; init; } = new(8, 0);

    /// <summary>Offers that one subscriber gets on a day of the operator's calendar, all channels together.</summary>
    [Range(0, 100, ErrorMessage = "Delivery:MaxPerDay must be between 0 and 100.")]
    public int MaxPerDay { get; init; } = 3;

    /// <summary>The same on that day and the six before it.</summary>
    [Range(0, 700, ErrorMessage = "Delivery:MaxPerWeek must be between 0 and 700.")]
    public int MaxPerWeek { get; init; } = 10;

    /// <summary>How long after its offer a message is still worth sending.</summary>
    public TimeSpan Validity { get; init; } = TimeSpan.FromHours(48);

    /// <summary>How long after <see cref="Validity"/> a receipt may still come.</summary>
    public TimeSpan ReceiptGrace { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How often a delivery is handed to a gateway at most; with the pauses below about twenty minutes.
    /// </summary>
    [Range(1, 20, ErrorMessage = "Delivery:MaxAttempts must be between 1 and 20.")]
    public int MaxAttempts { get; init; } = 8;

    /// <summary>
    /// Pause before the second attempt; each further one is twice as long, up to <see cref="MaxRetryPause"/>.
    /// </summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan MaxRetryPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a gateway may take to answer; after that the outcome is unknown.</summary>
    public TimeSpan SubmitTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a receipt may settle an unknown outcome before it is tried again.</summary>
    public TimeSpan UnknownWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Workers of this process; they compete for due deliveries with those of other nodes.</summary>
    [Range(0, 32, ErrorMessage = "Delivery:Workers must be between 0 and 32.")]
    public int Workers { get; init; } = 2;

    /// <summary>Deliveries that a worker takes at once: keeps its database transaction short.</summary>
    [Range(1, 200, ErrorMessage = "Delivery:BatchSize must be between 1 and 200.")]
    public int BatchSize { get; init; } = 24;

    /// <summary>Short messages that one offer may take.</summary>
    [Range(1, 10, ErrorMessage = "Delivery:MaxSegments must be between 1 and 10.")]
    public int MaxSegments { get; init; } = 4;

    /// <summary>Sender that phones show: up to 11 letters and digits (3GPP TS 23.040 section 9.1.2.5).</summary>
    [RegularExpression("^[A-Za-z0-9]{1,11}$", ErrorMessage = "Delivery:Sender must be 1 to 11 letters and digits.")]
    public string Sender { get; init; } = "OFFERS";

    /// <summary>Who speaks in the operator's own offers.</summary>
    [Required, StringLength(30, ErrorMessage = "Delivery:OperatorName may have 30 characters.")]
    public string OperatorName { get; init; } = "Portal";

    public SimulatorOptions Simulator { get; init; } = new();

    /// <summary>
    /// How long a worker may keep what it took: two rounds of gateway answers, and time to write them down.
    /// </summary>
    public TimeSpan Lease => (SubmitTimeout * 3) + TimeSpan.FromSeconds(30);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        TimeSpan[] spans = [Validity, ReceiptGrace, RetryPause, MaxRetryPause, SubmitTimeout, UnknownWait];
        if (spans.Any(span => span <= TimeSpan.Zero))
        {
            yield return new("Delivery: each time span must be longer than zero.");
        }
    }
}

/// <summary>Section <c>Delivery:Simulator</c>.</summary>
internal sealed record SimulatorOptions
{
    /// <summary>How long after it was sent a simulated phone has a message.</summary>
    public TimeSpan DeliveredAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// For tests: the last digit of the number decides. 1 delivered, 2 not delivered, 3 no receipt, 4 expired,
    /// 5 busy once, 6 refused, 7 rejected by the network, 8 answer lost once; others are delivered.
    /// </summary>
    public bool OutcomeByLastDigit { get; init; }
}
