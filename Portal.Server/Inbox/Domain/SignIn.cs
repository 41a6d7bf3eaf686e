namespace Portal.Server.Inbox.Domain;

/// <summary>
/// A one-time code on its way to a phone. Numbers that nobody has get one too, which nobody receives.
/// </summary>
internal sealed class SignInCode
{
    public required Guid Id { get; init; }

    public long? SubscriberId { get; init; }

    public required byte[] CodeHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required int TriesLeft { get; set; }
}

/// <summary>Somebody signed in on one browser; the cookie holds the token, the database only its keyed hash.</summary>
internal sealed class InboxSession
{
    public required byte[] TokenHash { get; init; }

    public required long SubscriberId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>How often something was asked for, by the keyed hash of who asked.</summary>
internal sealed class InboxThrottle
{
    public required byte[] Key { get; init; }

    public required DateTimeOffset Since { get; set; }

    public required int Count { get; set; }
}
