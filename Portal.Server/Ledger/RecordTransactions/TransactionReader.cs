using System.Text.Json;
using Portal.Server.Platform.Cqrs;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.RecordTransactions;

/// <summary>A posted transaction as read, or why it could not be read.</summary>
internal readonly record struct ReadTransaction(TransactionPost? Post, string? Id, Error? Error);

/// <summary>
/// Reads posted transactions with a UTF-8 reader: one bad item of a batch does not fail the others, each error names
/// its field, and no value is repeated in it.
/// </summary>
internal static class TransactionReader
{
    /// <summary>Reads the object at which the reader stands, and leaves the reader at its end.</summary>
    /// <exception cref="JsonException">The text is not well-formed JSON; nothing after it can be read.</exception>
    public static ReadTransaction Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return new ReadTransaction(null, null, LedgerErrors.Field("$", "A transaction must be a JSON object."));
        }

        var depth = reader.CurrentDepth;
        var fields = new TransactionFields();
        Error? error = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var field = TransactionFields.Find(ref reader);
            if (field is null && error is null)
            {
                error = LedgerErrors.Field(Printable(reader.GetString()!), "This field is not known; remove it.");
            }

            reader.Read();
            if (field is { } known && !fields.Take(known, ref reader))
            {
                error ??= LedgerErrors.Field(TransactionFields.NameOf(known), TransactionFields.RuleOf(known));
            }

            if (reader.CurrentDepth > depth + 1 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                reader.Skip();
            }
        }

        error ??= fields.FirstMissing() is { } missing
            ? LedgerErrors.Field(TransactionFields.NameOf(missing), "This field is required.")
            : null;
        return new ReadTransaction(error is null ? fields.ToPost() : null, fields.Id, error);
    }

    /// <summary>An unknown field's name is given back only when it is short and plain.</summary>
    private static string Printable(string name) =>
        name.Length <= 40 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : "(unknown field)";
}
