using Portal.Shared.Delivery;

namespace Portal.Shared.Subscribers;

/// <summary>Grants or withdraws consent to offers on one channel.</summary>
public sealed record SetConsent(Channel Channel, bool Granted);
