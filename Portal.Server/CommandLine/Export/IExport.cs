using Portal.Server.CommandLine.Csv;

namespace Portal.Server.CommandLine.Export;

/// <summary>One kind of export: its columns, and how its rows are written, a page in memory at a time.</summary>
internal interface IExport
{
    IReadOnlyList<string> Columns { get; }

    /// <summary>Whether it reads what is derived, which must be brought up to date first.</summary>
    bool IsDerived { get; }

    Task WriteAsync(
        IServiceProvider services, CsvOutput output, ProgressLine progress, CancellationToken cancellationToken);
}
