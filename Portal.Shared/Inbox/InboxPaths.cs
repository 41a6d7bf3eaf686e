namespace Portal.Shared.Inbox;

/// <summary>Addresses of the subscriber's pages, which are plain HTML and no part of the API.</summary>
public static class InboxPaths
{
    /// <summary>The inbox.</summary>
    public const string Home = "/m";

    /// <summary>The short link of one offer: this and its token.</summary>
    public const string OfferLink = "/o/";
}
