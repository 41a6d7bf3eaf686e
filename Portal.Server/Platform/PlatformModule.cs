using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Server.Platform.Cqrs;
using Portal.Server.Platform.Database;
using Portal.Server.Platform.Http;
using Portal.Server.Platform.Privacy;
using Portal.Server.Platform.Time;

namespace Portal.Server.Platform;

/// <summary>What every module stands on. Imports no module.</summary>
internal static class PlatformModule
{
    public static void AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PortalOptions>(PortalOptions.Section);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<OperatorClock>();
        services.AddSingleton<PersonalData>();
        services.AddDatabase(configuration);
        services.AddCqrs();
        services.AddExceptionHandler<UnexpectedExceptions>();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, false));
            options.SerializerOptions.RespectNullableAnnotations = true;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }
}
