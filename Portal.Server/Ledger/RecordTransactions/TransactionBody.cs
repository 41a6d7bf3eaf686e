using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Server.Platform.Cqrs;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.RecordTransactions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TransactionOutcome))]
[JsonSerializable(typeof(BatchOutcome))]
internal sealed partial class TransactionJson : JsonSerializerContext;

/// <summary>Reads a request's body as one transaction, a JSON array of them, or one per line (NDJSON).</summary>
internal static class TransactionBody
{
    private static readonly Error _notJson = LedgerErrors.Field("$", "The body is not well-formed JSON.");

    public static ReadTransaction ReadOne(ReadOnlySequence<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            var item = TransactionReader.Read(ref reader);
            return reader.Read() ? new ReadTransaction(null, item.Id, _notJson) : item;
        }
        catch (JsonException)
        {
            return new ReadTransaction(null, null, _notJson);
        }
    }

    public static Result<IReadOnlyList<ReadTransaction>> ReadArray(ReadOnlySequence<byte> body, int limit)
    {
        var items = new List<ReadTransaction>();
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                return LedgerErrors.Field("$", "A batch must be a JSON array.");
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                items.Add(TransactionReader.Read(ref reader));
                if (items.Count > limit)
                {
                    return LedgerErrors.BatchSize(limit);
                }
            }

            if (reader.Read())
            {
                return _notJson;
            }
        }
        catch (JsonException)
        {
            return _notJson;
        }

        return items.Count == 0 ? LedgerErrors.BatchSize(limit) : items;
    }

    public static Result<IReadOnlyList<ReadTransaction>> ReadLines(ReadOnlySequence<byte> body, int limit)
    {
        var items = new List<ReadTransaction>();
        var lines = new SequenceReader<byte>(body);
        while (!lines.End)
        {
            if (!lines.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
            {
                line = lines.UnreadSequence;
                lines.AdvanceToEnd();
            }

            if (IsBlank(line))
            {
                continue;
            }

            items.Add(ReadOne(line));
            if (items.Count > limit)
            {
                return LedgerErrors.BatchSize(limit);
            }
        }

        return items.Count == 0 ? LedgerErrors.BatchSize(limit) : items;
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var segment in line)
        {
            if (segment.Span.ContainsAnyExcept(" \t\r"u8))
            {
                return false;
            }
        }

        return true;
    }
}
