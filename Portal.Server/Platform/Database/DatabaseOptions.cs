using System.ComponentModel.DataAnnotations;

namespace Portal.Server.Platform.Database;

/// <summary>The databases that Portal runs on (ADR 0005).</summary>
internal enum DatabaseProvider
{
    Sqlite,
    SqlServer,
    Postgres,
}

/// <summary>Section <c>Database</c>.</summary>
internal sealed record DatabaseOptions
{
    public const string Section = "Database";

    [EnumDataType(typeof(DatabaseProvider), ErrorMessage = "Database:Provider must be Sqlite, SqlServer or Postgres.")]
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;
}
