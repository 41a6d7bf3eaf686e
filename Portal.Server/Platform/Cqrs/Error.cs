namespace Portal.Server.Platform.Cqrs;

/// <summary>What class of failure an <see cref="Error"/> is; decides the HTTP status in one place.</summary>
internal enum ErrorKind
{
    /// <summary>The request breaks a rule that the message names (422).</summary>
    Invalid,
    /// <summary>Nobody has said who they are (401).</summary>
    Unauthenticated,
    /// <summary>Known, but not allowed (403).</summary>
    Forbidden,
    /// <summary>There is no such thing, or not for this caller (404).</summary>
    NotFound,
    /// <summary>It contradicts what is already there (409).</summary>
    Conflict,
    /// <summary>Too much at once; try again after a while (429).</summary>
    Busy,
}

/// <summary>An expected failure: a value, never an exception.</summary>
/// <param name="Code">Stable, dotted, lower case: clients program against it.</param>
/// <param name="Message">One sentence for a person who did not write this code.</param>
/// <param name="Kind">The class of failure.</param>
/// <param name="Fields">For <see cref="ErrorKind.Invalid"/>: messages by JSON field path.</param>
internal sealed record Error(
    string Code,
    string Message,
    ErrorKind Kind,
    IReadOnlyDictionary<string, string[]>? Fields = null)
{
    public static Error Invalid(string code, string field, string message) =>
        new(code, message, ErrorKind.Invalid, new Dictionary<string, string[]> { [field] = [message] });

    public static Error Forbidden(string code, string message) => new(code, message, ErrorKind.Forbidden);

    public static Error NotFound(string code, string message) => new(code, message, ErrorKind.NotFound);

    public static Error Conflict(string code, string message) => new(code, message, ErrorKind.Conflict);

    public static Error Busy(string code, string message) => new(code, message, ErrorKind.Busy);
}
