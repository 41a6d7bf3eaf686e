using System.Text.Json;
using FluentValidation;
using MediatR;

namespace Portal.Server.Platform.Cqrs;

/// <summary>The only pipeline behaviour: refuses a request that breaks its validator's rules, naming each field.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull, IRequest<TResponse>
    where TResponse : IFailable<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            if (!outcome.IsValid)
            {
                return TResponse.Failure(outcome.ToError());
            }
        }

        return await next();
    }
}

internal static class ValidationErrors
{
    /// <summary>A validator's complaints as one error, with the JSON path of each field.</summary>
    public static Error ToError(this FluentValidation.Results.ValidationResult outcome)
    {
        var fields = outcome.Errors
            .GroupBy(failure => JsonPath(failure.PropertyName))
            .ToDictionary(group => group.Key, group => group.Select(failure => failure.ErrorMessage).ToArray());
        return new Error("request.invalid", outcome.Errors[0].ErrorMessage, ErrorKind.Invalid, fields);
    }

    private static string JsonPath(string propertyPath) =>
        string.Join('.', propertyPath.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
