namespace Portal.Client.Api;

/// <summary>Why a request failed, in words for a person.</summary>
/// <param name="Status">HTTP status; 0 when no answer came.</param>
/// <param name="Code">Stable code of the portal, such as <c>merchant.code-taken</c>.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Fields">Messages by JSON field path.</param>
public sealed record ApiProblem(
    int Status, string Code, string Message, IReadOnlyDictionary<string, string[]> Fields)
{
    public static ApiProblem NoAnswer { get; } = new(
        0, "client.offline", "The portal does not answer. Check the connection and try again.", NoFields);

    private static IReadOnlyDictionary<string, string[]> NoFields => new Dictionary<string, string[]>();

    /// <summary>The message of one field, or null.</summary>
    public string? Of(string field) =>
        Fields.FirstOrDefault(entry => entry.Key.Equals(field, StringComparison.OrdinalIgnoreCase)).Value?[0];
}

/// <summary>Either an answer or a problem.</summary>
public sealed record ApiResult<T>(T? Value, ApiProblem? Problem)
{
    public bool IsSuccess => Problem is null;

    public ApiResult<TOther> Map<TOther>(Func<T, TOther> map) =>
        new(IsSuccess ? map(Value!) : default, Problem);
}

/// <summary>The answer of a request that has nothing to say but that it was done.</summary>
public sealed record Nothing;
