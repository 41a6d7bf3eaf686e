using Portal.Shared.Delivery;

namespace Portal.Server.Delivery.Domain;

/// <summary>
/// One offer, or one service message, on its way over one channel; the row is the outbox. Its states form a lattice
/// that only goes up: whoever comes second with an end changes nothing.
/// </summary>
internal sealed class OutboundDelivery
{
    public const int TextLength = 2_000;
    public const int TokenLength = 64;
    public const int LanguageLength = 35;

    public required Guid Id { get; init; }

    /// <summary>Null for a service message, which needs no consent and knows no quiet hours.</summary>
    public Guid? OfferId { get; init; }

    public int? PromotionId { get; init; }

    /// <summary>Who speaks; null for the operator.</summary>
    public int? MerchantId { get; init; }

    public required long SubscriberId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Channels that are tried after this one, in order: a digit each.</summary>
    public required string NextChannels { get; init; }

    /// <summary>
    /// Zero for service messages: somebody is waiting for a code, and offers can wait a moment longer.
    /// </summary>
    public required byte Priority { get; init; }

    public string? Language { get; init; }

    /// <summary>What the offer says, without the words around it.</summary>
    public required string Body { get; set; }

    public string? Token { get; init; }

    /// <summary>What is sent: composed at the first attempt, the same bytes at each further one.</summary>
    public string? Text { get; set; }

    public DeliveryState State { get; private set; }

    public string? Reason { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// When something must be done about it next; while a worker has it, the end of the worker's lease.
    /// </summary>
    public DateTimeOffset DueAt { get; set; }

    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>The claim that has it now.</summary>
    public Guid? LeaseOwner { get; set; }

    /// <summary>How often it was handed, or was about to be handed, to a gateway.</summary>
    public int Attempt { get; private set; }

    /// <summary>When a gateway may have got it; counts against the frequency caps.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Keeps two writers from overwriting each other.</summary>
    public int Version { get; private set; }

    public bool IsService => OfferId is null;

    public bool IsWaiting => State is DeliveryState.Pending or DeliveryState.Held;

    public bool IsOpen => EndedAt is null;

    /// <summary>Before anything is handed over: from here on a crash means that nobody knows.</summary>
    public DeliveryAttempt BeginAttempt(DateTimeOffset now, DateTimeOffset settleBy)
    {
        Attempt++;
        SubmittedAt = now;
        DueAt = settleBy;
        Change(DeliveryState.Submitting, null);
        return new DeliveryAttempt { DeliveryId = Id, Number = Attempt, StartedAt = now };
    }

    public void Hold(DateTimeOffset until, string reason)
    {
        SubmittedAt = null;
        DueAt = until;
        Change(DeliveryState.Held, reason);
    }

    /// <summary>The gateway surely does not have it: it is tried again.</summary>
    public void TryAgain(DateTimeOffset at)
    {
        SubmittedAt = null;
        DueAt = at;
        Change(DeliveryState.Pending, null);
    }

    /// <summary>Nobody knows whether the gateway has it: a receipt may settle that until then.</summary>
    public void AwaitSettling(DateTimeOffset until)
    {
        DueAt = until;
        Change(DeliveryState.Submitting, DeliveryReasons.OutcomeUnknown);
    }

    /// <summary>
    /// After an unknown outcome without receipt; the earlier attempt may have arrived, so it keeps counting.
    /// </summary>
    public void TryAgainAfterUnknown(DateTimeOffset at)
    {
        DueAt = at;
        Change(DeliveryState.Pending, DeliveryReasons.OutcomeUnknown);
    }

    /// <summary>Moves up the lattice while it is on its way; a lower or equal state changes nothing.</summary>
    public bool Advance(DeliveryState state, DateTimeOffset receiptBy)
    {
        if (!IsOpen || state <= State || Attempt == 0)
        {
            return false;
        }

        DueAt = receiptBy;
        Change(state, null);
        return true;
    }

    /// <summary>The first end wins.</summary>
    public bool End(DeliveryState state, string? reason, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return false;
        }

        EndedAt = now;
        Change(state, reason);
        if (IsService)
        {
            // It may hold a sign-in code, which nobody needs any more.
            (Body, Text) = ("", null);
        }

        return true;
    }

    /// <summary>The same offer over the next channel, if there is one and time is left.</summary>
    public OutboundDelivery? NextChannel(Guid id, DateTimeOffset now) =>
        NextChannels.Length == 0 || now >= ValidUntil
            ? null
            : new OutboundDelivery
            {
                Id = id,
                OfferId = OfferId,
                PromotionId = PromotionId,
                MerchantId = MerchantId,
                SubscriberId = SubscriberId,
                Channel = (Channel)(NextChannels[0] - '0'),
                NextChannels = NextChannels[1..],
                Priority = Priority,
                Language = Language,
                Body = Body,
                Token = Token,
                CreatedAt = now,
                DueAt = now,
                ValidUntil = ValidUntil,
            };

    public static string Digits(IEnumerable<Channel> channels) =>
        string.Concat(channels.Select(channel => (char)('0' + (int)channel)));

    private void Change(DeliveryState state, string? reason)
    {
        (State, Reason) = (state, reason);
        Version++;
    }
}
