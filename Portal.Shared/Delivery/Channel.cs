namespace Portal.Shared.Delivery;

/// <summary>How a message reaches a phone [0015]; the inbox always has the offer as well.</summary>
public enum Channel
{
    /// <summary>Short message.</summary>
    Sms,
    /// <summary>SIM toolkit text.</summary>
    Stk,
    /// <summary>Over-the-air update of the card.</summary>
    Ota,
    /// <summary>A spoken call.</summary>
    Voice,
    /// <summary>WAP push.</summary>
    WapPush,
}
