using System.Buffers;
using Microsoft.Extensions.Options;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Privacy;
using Portal.Server.Platform.Time;
using Portal.Shared.Categories;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.RecordTransactions;

/// <summary>The rules of the contract that need no database. Hand-written, because a batch has a thousand items.</summary>
internal sealed class TransactionRules(OperatorClock clock, IOptions<PortalOptions> options)
{
    /// <summary>How far a terminal's clock may be ahead.</summary>
    public static readonly TimeSpan MaxFuture = TimeSpan.FromMinutes(10);

    /// <summary>A billion of a currency with cents: sums of a hundred million such amounts still fit.</summary>
    public const long MaxAmountMinor = 100_000_000_000;

    private static readonly SearchValues<char> _idCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    private readonly string _currency = options.Value.Currency;

    /// <summary>The first rule that the transaction breaks, or null.</summary>
    public Error? Check(TransactionPost post)
    {
        if (PaymentId.LooksLikeCard(post.PaymentId))
        {
            return LedgerErrors.LooksLikeCard();
        }

        return CheckId(post.Id, "id")
            ?? CheckOriginal(post)
            ?? CheckPaymentId(post.PaymentId)
            ?? CheckMoney(post)
            ?? CheckTime(post.OccurredAt)
            ?? CheckOptional(post);
    }

    private static Error? CheckId(string id, string field) =>
        id.Length is 0 or > LedgerTransaction.IdLength || id.AsSpan().ContainsAnyExcept(_idCharacters)
            ? LedgerErrors.Field(field, $"{field} must be 1 to {LedgerTransaction.IdLength} of [A-Za-z0-9._:-].")
            : null;

    private static Error? CheckOriginal(TransactionPost post)
    {
        if (post.Kind == TransactionKind.Purchase)
        {
            return post.OriginalId is null
                ? null
                : LedgerErrors.Field("originalId", "originalId belongs to a refund or reversal only.");
        }

        if (post.OriginalId is null)
        {
            return LedgerErrors.Field("originalId", "originalId is required for a refund or reversal.");
        }

        return post.OriginalId == post.Id
            ? LedgerErrors.Field("originalId", "originalId must name another transaction.")
            : CheckId(post.OriginalId, "originalId");
    }

    private static Error? CheckPaymentId(string paymentId) => PaymentId.TryParse(paymentId, out _)
        ? null
        : LedgerErrors.Field(
            "paymentId", $"paymentId must be {PaymentId.MinLength} to {PaymentId.MaxLength} of [A-Za-z0-9._:-].");

    private Error? CheckMoney(TransactionPost post)
    {
        if (post.AmountMinor is <= 0 or > MaxAmountMinor)
        {
            return LedgerErrors.Field("amountMinor", $"amountMinor must be 1 to {MaxAmountMinor}.");
        }

        return post.Currency == _currency
            ? null
            : LedgerErrors.Field("currency", $"currency must be {_currency}, the only one here.");
    }

    private Error? CheckTime(DateTimeOffset occurredAt)
    {
        if (occurredAt < DateTimeOffset.UnixEpoch)
        {
            return LedgerErrors.Field("occurredAt", "occurredAt must not be before 1970.");
        }

        return occurredAt > clock.Now + MaxFuture
            ? LedgerErrors.Field(
                "occurredAt", $"occurredAt must not be more than {MaxFuture.TotalMinutes} minutes in the future.")
            : null;
    }

    private static Error? CheckOptional(TransactionPost post)
    {
        if (post.Sequence < 0)
        {
            return LedgerErrors.Field("sequence", "sequence must not be negative.");
        }

        return post.Category is null || ConsumptionCategories.IsMcc(post.Category)
            ? null
            : LedgerErrors.Field("category", "category must be a merchant category code of four digits (ISO 18245).");
    }
}
