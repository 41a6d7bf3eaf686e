using Portal.Shared.Terminals;

namespace Portal.Server.Terminals.Domain;

internal static class TerminalViews
{
    public static TerminalView ToView(this Terminal terminal) => new(
        terminal.Code, terminal.OutletId, terminal.MerchantId, terminal.Kind, terminal.Mcc, terminal.Status);
}
