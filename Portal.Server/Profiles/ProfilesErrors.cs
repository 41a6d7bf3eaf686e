using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Profiles;

internal static class ProfilesErrors
{
    public static Error UnknownSubscriber(long id) =>
        Error.NotFound("subscriber.unknown", $"There is no subscriber {id}.");

    public static Error Limit(int most) =>
        Error.Invalid("request.invalid", "limit", $"limit must be between 1 and {most}.");
}
