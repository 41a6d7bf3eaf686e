namespace Portal.Shared.Delivery;

/// <summary>How the characters of a message travel (3GPP TS 23.038).</summary>
public enum TextEncoding
{
    /// <summary>GSM 7-bit default alphabet.</summary>
    Gsm7,
    /// <summary>UCS-2, sixteen bits each.</summary>
    Ucs2,
}

/// <summary>A message in a simulated handset: received from the portal, or sent by its owner.</summary>
/// <param name="IsReply">Sent from the phone to the portal.</param>
/// <param name="Segments">Short messages that it takes.</param>
/// <param name="Bytes">Octets of user data, all segments together.</param>
/// <param name="DeliveryId">The delivery that brought it; null for a reply.</param>
public sealed record HandsetMessage(
    long Id,
    bool IsReply,
    Channel Channel,
    string Sender,
    string Text,
    TextEncoding Encoding,
    int Segments,
    int Bytes,
    DateTimeOffset At,
    Guid? DeliveryId);

/// <summary>A message written on the handset, such as <c>STOP</c>, <c>START</c> or <c>HELP</c>.</summary>
/// <param name="Text">1 to 160 characters.</param>
public sealed record HandsetReply(string Text);

/// <summary>What a message from a phone meant.</summary>
public enum ReplyMeaning
{
    /// <summary>Not a keyword; kept and not answered.</summary>
    Other,
    /// <summary>Withdraws consent on every channel.</summary>
    Stop,
    /// <summary>Consents to short messages.</summary>
    Start,
    /// <summary>Asks what this is.</summary>
    Help,
}

/// <summary>What was understood of a reply.</summary>
/// <param name="Cancelled">Queued deliveries that it called back.</param>
public sealed record HandsetReplyOutcome(ReplyMeaning Meaning, int Cancelled);

/// <summary>Holds the handset to an acceptance terminal [0034].</summary>
/// <param name="TerminalId">Code of the terminal.</param>
/// <param name="AmountMinor">Minor units; above zero.</param>
public sealed record HandsetTap(string TerminalId, long AmountMinor);

/// <summary>The tap as the ledger has it.</summary>
public sealed record HandsetTapOutcome(string TransactionId, long Position);
