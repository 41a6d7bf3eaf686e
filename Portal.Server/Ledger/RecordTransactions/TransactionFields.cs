using System.Text.Json;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.RecordTransactions;

internal enum TransactionField
{
    Id,
    TerminalId,
    Kind,
    PaymentId,
    AmountMinor,
    Currency,
    OccurredAt,
    Sequence,
    OriginalId,
    Category,
}

/// <summary>The fields of one transaction while it is read.</summary>
internal struct TransactionFields
{
    private const int RequiredCount = (int)TransactionField.OccurredAt + 1;

    /// <summary>An RFC 3339 time with seven decimals, every character of it escaped.</summary>
    private const int MaxTimeLength = 33 * 6;

    private int _seen;
    private string? _terminalId, _paymentId, _currency, _originalId, _category;
    private TransactionKind _kind;
    private long _amountMinor;
    private long? _sequence;
    private DateTimeOffset _occurredAt;

    public string? Id { get; private set; }

    /// <summary>Which field the property name at the reader is; null for an unknown one.</summary>
    public static TransactionField? Find(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("id"u8)) return TransactionField.Id;
        if (reader.ValueTextEquals("terminalId"u8)) return TransactionField.TerminalId;
        if (reader.ValueTextEquals("sequence"u8)) return TransactionField.Sequence;
        if (reader.ValueTextEquals("kind"u8)) return TransactionField.Kind;
        if (reader.ValueTextEquals("originalId"u8)) return TransactionField.OriginalId;
        if (reader.ValueTextEquals("paymentId"u8)) return TransactionField.PaymentId;
        if (reader.ValueTextEquals("amountMinor"u8)) return TransactionField.AmountMinor;
        if (reader.ValueTextEquals("currency"u8)) return TransactionField.Currency;
        if (reader.ValueTextEquals("occurredAt"u8)) return TransactionField.OccurredAt;
        return reader.ValueTextEquals("category"u8) ? TransactionField.Category : null;
    }

    public static string NameOf(TransactionField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    public static string RuleOf(TransactionField field) => field switch
    {
        TransactionField.Kind => "kind must be purchase, refund or reversal, given once.",
        TransactionField.AmountMinor or TransactionField.Sequence =>
            $"{NameOf(field)} must be a whole number, given once.",
        TransactionField.OccurredAt =>
            "occurredAt must be an RFC 3339 time with its offset, such as 2026-11-23T10:00:00+08:00, given once.",
        TransactionField.Id or TransactionField.TerminalId or TransactionField.PaymentId or TransactionField.Currency
            or TransactionField.OriginalId or TransactionField.Category => $"{NameOf(field)} must be a text, given once.",
    };

    /// <summary>Takes the value at the reader; false when it has the wrong type or the field came before.</summary>
    public bool Take(TransactionField field, ref Utf8JsonReader reader)
    {
        var bit = 1 << (int)field;
        if ((_seen & bit) != 0)
        {
            return false;
        }

        _seen |= bit;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return (int)field >= RequiredCount;
        }

        switch (field)
        {
            case TransactionField.Id: return TakeText(ref reader, out var id) && (Id = id) is not null;
            case TransactionField.TerminalId: return TakeText(ref reader, out _terminalId);
            case TransactionField.PaymentId: return TakeText(ref reader, out _paymentId);
            case TransactionField.Currency: return TakeText(ref reader, out _currency);
            case TransactionField.OriginalId: return TakeText(ref reader, out _originalId);
            case TransactionField.Category: return TakeText(ref reader, out _category);
            case TransactionField.Kind: return TakeKind(ref reader);
            case TransactionField.AmountMinor:
                return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _amountMinor);
            case TransactionField.Sequence: return TakeSequence(ref reader);
            case TransactionField.OccurredAt: return TakeOccurredAt(ref reader);
            default: throw new ArgumentOutOfRangeException(nameof(field));
        }
    }

    public readonly TransactionField? FirstMissing()
    {
        for (var field = 0; field < RequiredCount; field++)
        {
            if ((_seen & (1 << field)) == 0)
            {
                return (TransactionField)field;
            }
        }

        return null;
    }

    public readonly TransactionPost ToPost() => new()
    {
        Id = Id!,
        TerminalId = _terminalId!,
        Sequence = _sequence,
        Kind = _kind,
        OriginalId = _originalId,
        PaymentId = _paymentId!,
        AmountMinor = _amountMinor,
        Currency = _currency!,
        OccurredAt = _occurredAt,
        Category = _category,
    };

    private static bool TakeText(ref Utf8JsonReader reader, out string? text)
    {
        text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return text is not null;
    }

    private bool TakeKind(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        var isPurchase = reader.ValueTextEquals("purchase"u8);
        var isRefund = reader.ValueTextEquals("refund"u8);
        _kind = isPurchase ? TransactionKind.Purchase : isRefund ? TransactionKind.Refund : TransactionKind.Reversal;
        return isPurchase || isRefund || reader.ValueTextEquals("reversal"u8);
    }

    private bool TakeSequence(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var sequence))
        {
            return false;
        }

        _sequence = sequence;
        return true;
    }

    /// <summary>A time without offset would be read in the server's own zone: refused.</summary>
    private bool TakeOccurredAt(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTimeOffset(out _occurredAt))
        {
            return false;
        }

        Span<byte> text = stackalloc byte[MaxTimeLength];
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > MaxTimeLength)
        {
            return false;
        }

        text = text[..reader.CopyString(text)];
        return text.Length >= 20 && (text[^1] == 'Z' || text[^6] is (byte)'+' or (byte)'-');
    }
}
