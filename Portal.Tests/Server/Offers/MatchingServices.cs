using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Portal.Tests.Server.Offers;

internal static class MatchingServices
{
    /// <summary>Leaves the projections to the test, which runs them itself, several at once if it likes.</summary>
    public static void WithoutProjections(this IServiceCollection services)
    {
        foreach (var runner in services.Where(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Name == "ProjectionRunner").ToList())
        {
            services.Remove(runner);
        }
    }
}
