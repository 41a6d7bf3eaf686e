using Portal.Server.CommandLine.Csv;
using Portal.Server.Platform.Cqrs;

namespace Portal.Server.CommandLine.Import;

/// <summary>One kind of CSV file: its columns, how a row is read, and where a batch of rows goes.</summary>
internal interface IRowImport<TItem>
{
    IReadOnlyList<string> Columns { get; }

    /// <summary>What a new row and a repeated one are called in the summary.</summary>
    (string New, string Repeated) Words { get; }

    int BatchSize { get; }

    /// <summary>Batches that may be under way together.</summary>
    int InFlight { get; }

    Result<TItem> Read(CsvRow row);

    /// <summary>Writes a batch; answers for each item in order.</summary>
    Task<IReadOnlyList<RowOutcome>> SendAsync(IReadOnlyList<TItem> items, CancellationToken cancellationToken);
}

/// <summary>What became of a row.</summary>
internal readonly record struct RowOutcome(bool IsRepeated, Error? Error);
