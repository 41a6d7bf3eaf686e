using FluentValidation;
using MediatR;

namespace Portal.Server.Platform.Cqrs;

internal static class CqrsModule
{
    /// <summary>Registers MediatR 5 (see ADR 0003), every handler and every validator of this assembly.</summary>
    public static IServiceCollection AddCqrs(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.Scan(scan => scan.FromAssemblyOf<Done>()
            .AddClasses(
                classes => classes.AssignableToAny(typeof(IRequestHandler<,>), typeof(INotificationHandler<>)),
                publicOnly: false)
            .AsImplementedInterfaces()
            .WithScopedLifetime());
        services.AddValidatorsFromAssemblyContaining<Done>(ServiceLifetime.Singleton, includeInternalTypes: true);
        return services;
    }
}
