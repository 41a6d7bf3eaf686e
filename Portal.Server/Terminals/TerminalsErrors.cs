using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Terminals;

internal static class TerminalsErrors
{
    public static Error CodeTaken(string code) =>
        Error.Conflict("terminal.id-taken", $"There is already a terminal {code}.");

    public static Error AtAnotherOutlet(string code) =>
        Error.Conflict("terminal.at-another-outlet", $"The terminal {code} stands at another outlet.");

    public static Error Unknown(string code) => Error.NotFound("terminal.unknown", $"There is no terminal {code}.");

    public static Error UnknownOutlet(int id) =>
        Error.Invalid("request.invalid", "outletId", $"There is no outlet {id}.");
}
