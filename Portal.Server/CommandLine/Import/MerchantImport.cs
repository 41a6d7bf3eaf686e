using Portal.Server.CommandLine.Csv;
using Portal.Server.Merchants.SaveOutlets;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Terminals.SaveTerminals;
using Portal.Shared.Terminals;

namespace Portal.Server.CommandLine.Import;

/// <summary>A row of the merchants file: a terminal, with its outlet and merchant.</summary>
internal sealed record MerchantRow(OutletRow Outlet, string TerminalId, TerminalKind Kind, string Category);

/// <summary>Merchants, outlets and terminals, one row a terminal; what is known already is changed to what its row says.</summary>
internal sealed class MerchantImport(VerbHost host) : IRowImport<MerchantRow>
{
    public IReadOnlyList<string> Columns { get; } =
    [
        "merchantCode", "merchantName", "outletCode", "outletName", "district", "latitude", "longitude", "terminalId",
        "terminalKind", "category",
    ];

    public (string New, string Repeated) Words => ("terminals registered", "updated");

    public int BatchSize => 500;

    public int InFlight => 1;

    public Result<MerchantRow> Read(CsvRow row)
    {
        var fields = new RowReader(row);
        var merchant = new MerchantRow(
            new OutletRow(
                fields.Text("merchantCode"),
                fields.Text("merchantName"),
                fields.Text("outletCode"),
                fields.Text("outletName"),
                fields.OptionalText("district"),
                fields.OptionalNumber("latitude"),
                fields.OptionalNumber("longitude")),
            fields.Text("terminalId"),
            fields.Word<TerminalKind>("terminalKind"),
            fields.Text("category"));
        return fields.Error is { } error ? error : merchant;
    }

    public async Task<IReadOnlyList<RowOutcome>> SendAsync(
        IReadOnlyList<MerchantRow> items, CancellationToken cancellationToken)
    {
        var saved = await host.SendAsync(new SaveOutletsCommand([.. items.Select(item => item.Outlet)]), cancellationToken);
        var outlets = saved.IsSuccess ? saved.Value : throw new VerbException(saved.Error.Message);
        var terminals = items.Zip(outlets).Where(pair => pair.Second.IsSuccess)
            .Select(pair => new TerminalRow(pair.First.TerminalId, pair.Second.Value, pair.First.Kind, pair.First.Category));
        var placed = await host.SendAsync(new SaveTerminalsCommand([.. terminals]), cancellationToken);
        using var next = (placed.IsSuccess ? placed.Value : throw new VerbException(placed.Error.Message)).GetEnumerator();
        return [.. outlets.Select(outlet => !outlet.IsSuccess ? new RowOutcome(false, outlet.Error)
            : next.MoveNext() && next.Current.IsSuccess ? new RowOutcome(!next.Current.Value, null)
            : new RowOutcome(false, next.Current.Error))];
    }
}
