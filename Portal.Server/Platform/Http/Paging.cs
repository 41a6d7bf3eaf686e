using System.Globalization;
using Portal.Server.Platform.Cqrs;
using Portal.Shared.Http;

namespace Portal.Server.Platform.Http;

/// <summary>Cursor paging: a page holds at most <see cref="MaxLimit"/> items and says where the next one starts.</summary>
internal readonly record struct Paging(string? After, int Limit)
{
    /// <summary>Items of a page when the caller does not say.</summary>
    public const int DefaultLimit = 50;

    /// <summary>More than this would hold a request's memory and the database for too long.</summary>
    public const int MaxLimit = 500;

    public static Result<Paging> From(string? cursor, int? limit)
    {
        var wanted = limit ?? DefaultLimit;
        return wanted is < 1 or > MaxLimit
            ? Error.Invalid("request.invalid", "limit", $"limit must be between 1 and {MaxLimit}.")
            : new Paging(cursor, wanted);
    }

    /// <summary>The cursor read as a number; zero for the first page.</summary>
    public long AfterNumber =>
        long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Makes a page of <paramref name="rows"/>, of which one more than the limit was asked for.</summary>
    public Page<T> Cut<T>(List<T> rows, Func<T, string> cursorOf)
    {
        if (rows.Count <= Limit)
        {
            return new Page<T>(rows, null);
        }

        rows.RemoveRange(Limit, rows.Count - Limit);
        return new Page<T>(rows, cursorOf(rows[^1]));
    }
}
