using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Ledger.Contracts;

namespace Portal.Bench;

internal static class Projections
{
    /// <summary>For measurements of the append alone: nothing follows the ledger.</summary>
    public static void Remove(IServiceCollection services)
    {
        foreach (var service in services.Where(service => service.ServiceType == typeof(ProjectionRegistration)).ToList())
        {
            services.Remove(service);
        }
    }
}
