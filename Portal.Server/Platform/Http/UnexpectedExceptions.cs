using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Platform.Http;

/// <summary>Turns a request that could not be read into a 422 that names the field, and a bug into a bare 500.</summary>
internal sealed partial class UnexpectedExceptions(ILogger<UnexpectedExceptions> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException unreadable)
        {
            await Unreadable(unreadable).ToHttp().ExecuteAsync(httpContext);
            return true;
        }

        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        Failed(exception, httpContext.Request.Method, httpContext.Request.Path);
        await Results.Problem(
            title: "Something broke on our side.",
            statusCode: StatusCodes.Status500InternalServerError,
            type: "urn:portal:error:server.unexpected",
            extensions: new Dictionary<string, object?>
            {
                ["code"] = "server.unexpected",
                ["traceId"] = httpContext.TraceIdentifier,
            }).ExecuteAsync(httpContext);
        return true;
    }

    private static Error Unreadable(BadHttpRequestException exception)
    {
        if (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Error.Invalid("request.too-large", "$", "The request body is larger than this endpoint takes.");
        }

        return exception.InnerException is JsonException json
            ? Error.Invalid("request.malformed", json.Path ?? "$", JsonMessages.Explain(json))
            : Error.Invalid("request.malformed", "$", exception.Message);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed unexpectedly")]
    private partial void Failed(Exception exception, string method, string path);
}
