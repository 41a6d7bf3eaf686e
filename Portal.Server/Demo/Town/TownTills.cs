using System.Globalization;

namespace Portal.Server.Demo.Town;

/// <summary>The counters of all terminals; gives each tap its number and its id.</summary>
internal sealed class TownTills(IReadOnlyList<TownTerminal> terminals, string? runToken)
{
    private readonly long[] sequences = new long[terminals.Count];
    private readonly string infix = runToken is null ? "" : $"{runToken}-";

    public void ContinueFrom(IReadOnlyDictionary<string, long> lastSequences)
    {
        for (var index = 0; index < sequences.Length; index++)
        {
            sequences[index] = lastSequences.GetValueOrDefault(terminals[index].Code);
        }
    }

    public TownTap Purchase(TownVisit visit, DateTimeOffset at) =>
        Ring(visit.Terminal, TownTapKind.Purchase, null, visit.PaymentId, visit.AmountMinor, at);

    public TownTap GiveBack(int terminal, TownTap purchase, TownTapKind kind, long amountMinor, DateTimeOffset at) =>
        Ring(terminal, kind, purchase.Id, purchase.PaymentId, amountMinor, at);

    private TownTap Ring(
        int index, TownTapKind kind, string? originalId, string paymentId, long amountMinor, DateTimeOffset at)
    {
        var terminal = terminals[index];
        var sequence = ++sequences[index];
        var id = string.Create(
            CultureInfo.InvariantCulture, $"{terminal.Code.AsSpan(2)}-{at:yyyyMMdd}-{infix}{sequence:D6}");
        return new(id, terminal.Code, sequence, kind, originalId, paymentId, amountMinor, at, terminal.Category);
    }
}
