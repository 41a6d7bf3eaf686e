using MediatR;
using Portal.Server.Ledger.Appending;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Http;
using Portal.Server.Platform.Privacy;
using Portal.Server.Terminals.Contracts;
using Portal.Shared.Ledger;

namespace Portal.Server.Ledger.RecordTransactions;

internal sealed class RecordTransactionsHandler(
    TransactionRules rules, ITerminalDirectory terminals, PersonalData personalData, LedgerAppender appender)
    : IRequestHandler<RecordTransactionsCommand, Result<IReadOnlyList<ItemOutcome>>>
{
    public async Task<Result<IReadOnlyList<ItemOutcome>>> Handle(
        RecordTransactionsCommand request, CancellationToken cancellationToken)
    {
        var outcomes = new ItemOutcome[request.Items.Count];
        var accepted = new List<NewTransaction>(request.Items.Count);
        var indexes = new List<int>(request.Items.Count);
        for (var i = 0; i < request.Items.Count; i++)
        {
            var item = request.Items[i];
            var admitted = await AdmitAsync(request.Caller, item, cancellationToken);
            if (admitted.IsSuccess)
            {
                accepted.Add(admitted.Value);
                indexes.Add(i);
            }
            else
            {
                outcomes[i] = new ItemOutcome(item.Id, 0, false, admitted.Error);
            }
        }

        if (accepted.Count > 0)
        {
            if (await appender.TryAppendAsync(accepted) is not { } appended)
            {
                return LedgerErrors.QueueFull();
            }

            for (var i = 0; i < appended.Length; i++)
            {
                outcomes[indexes[i]] = ToOutcome(accepted[i].Id, appended[i]);
            }
        }

        return outcomes;
    }

    private async ValueTask<Result<NewTransaction>> AdmitAsync(
        Caller caller, ReadTransaction item, CancellationToken cancellationToken)
    {
        if ((item.Error ?? rules.Check(item.Post!)) is { } error)
        {
            return error;
        }

        var post = item.Post!;
        var terminal = await terminals.FindAsync(post.TerminalId, cancellationToken);
        return terminal is { IsActive: true } && caller.MaySee(terminal.MerchantId)
            ? ToNew(post, terminal)
            : LedgerErrors.TerminalNotAllowed();
    }

    private NewTransaction ToNew(TransactionPost post, TerminalRecord terminal)
    {
        var paymentId = PaymentId.Parse(post.PaymentId);
        return new NewTransaction(
            terminal,
            post.Id,
            post.Kind,
            post.OriginalId,
            post.Sequence,
            personalData.Hash(paymentId),
            paymentId.Last4,
            post.AmountMinor,
            // Milliseconds are what every database keeps; finer ones would make a repeated post look different.
            DateTimeOffset.FromUnixTimeMilliseconds(post.OccurredAt.ToUnixTimeMilliseconds()),
            post.Category);
    }

    private static ItemOutcome ToOutcome(string id, AppendOutcome appended) => appended.Status switch
    {
        AppendStatus.Accepted => new ItemOutcome(id, appended.Position, false, null),
        AppendStatus.Duplicate => new ItemOutcome(id, appended.Position, true, null),
        AppendStatus.IdReused => new ItemOutcome(id, 0, false, LedgerErrors.IdReused(appended.Position)),
    };
}
