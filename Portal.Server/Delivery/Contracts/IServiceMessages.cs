namespace Portal.Server.Delivery.Contracts;

/// <summary>Messages that somebody asked for, such as a sign-in code: no consent is needed, no hour is quiet.</summary>
internal interface IServiceMessages
{
    /// <summary>Adds a short message to the caller's database context; the caller saves, and it goes out.</summary>
    void Add(long subscriberId, string text, TimeSpan validFor);
}
