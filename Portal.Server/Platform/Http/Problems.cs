using Microsoft.AspNetCore.Mvc;
using Portal.Server.Platform.Cqrs;

namespace Portal.Server.Platform.Http;

/// <summary>The one place where an expected failure becomes RFC 9457 problem+json.</summary>
internal static class Problems
{
    /// <summary>Seconds a client is asked to wait after a 429.</summary>
    public const int RetryAfterSeconds = 1;

    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult> success) =>
        result.IsSuccess ? success(result.Value) : new ProblemResult(result.Error);

    public static IResult ToHttp<T>(this Result<T> result) => result.ToHttp(value => Results.Ok(value));

    public static IResult ToHttp(this Error error) => new ProblemResult(error);

    public static ProblemDetails Describe(Error error)
    {
        var problem = error.Fields is null
            ? new ProblemDetails()
            : new HttpValidationProblemDetails(error.Fields.ToDictionary());
        problem.Status = StatusOf(error.Kind);
        problem.Title = TitleOf(error.Kind);
        problem.Type = $"urn:portal:error:{error.Code}";
        problem.Detail = error.Message;
        problem.Extensions["code"] = error.Code;
        return problem;
    }

    private static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Busy => StatusCodes.Status429TooManyRequests,
    };

    private static string TitleOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => "The request breaks a rule.",
        ErrorKind.Unauthenticated => "Sign in first.",
        ErrorKind.Forbidden => "This is not allowed.",
        ErrorKind.NotFound => "There is no such thing.",
        ErrorKind.Conflict => "This contradicts what is already there.",
        ErrorKind.Busy => "Too much at once.",
    };

    private sealed class ProblemResult(Error error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (error.Kind == ErrorKind.Busy)
            {
                httpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(
                    System.Globalization.CultureInfo.InvariantCulture);
            }

            return TypedResults.Problem(Describe(error)).ExecuteAsync(httpContext);
        }
    }
}
