using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Merchants;

internal static class MerchantsErrors
{
    public static Error CodeTaken(string code) =>
        Error.Conflict("merchant.code-taken", $"There is already a merchant with the code {code}.");

    public static Error OutletCodeTaken(string code) =>
        Error.Conflict("outlet.code-taken", $"There is already an outlet with the code {code}.");

    public static Error OutletOfAnother(string code) =>
        Error.Conflict("outlet.of-another-merchant", $"The outlet {code} belongs to another merchant.");

    public static Error Unknown(int id) => Error.NotFound("merchant.unknown", $"There is no merchant {id}.");
}
