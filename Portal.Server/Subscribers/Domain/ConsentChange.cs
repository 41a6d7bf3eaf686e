using Portal.Shared.Delivery;

namespace Portal.Server.Subscribers.Domain;

/// <summary>The proof of a consent or of its withdrawal; never changed afterwards.</summary>
internal sealed class ConsentChange
{
    public const int SourceLength = 40;

    /// <summary>Source of a STOP by message.</summary>
    public const string StopMessage = "stop-message";

    /// <summary>Source of a change that the person made in the inbox.</summary>
    public const string Inbox = "inbox";

    public long Id { get; init; }

    public long SubscriberId { get; init; }

    public Subscriber? Subscriber { get; init; }

    public required Channel Channel { get; init; }

    public required bool Granted { get; init; }

    /// <summary>Where it was said: <c>registration</c>, <c>operator</c>, <c>inbox</c>, <c>stop-message</c>.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the person itself said no: only the person or the operator's staff may say yes again.</summary>
    public bool IsOwnWithdrawal => !Granted && Source is (StopMessage or Inbox);
}
