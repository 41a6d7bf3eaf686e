namespace Portal.Server.CommandLine.Csv;

/// <summary>One row of a CSV file; an empty field is not given (null).</summary>
/// <param name="Number">Which data row it is; the first after the header is 1.</param>
/// <param name="Fields">The values as they stand in the file, in the file's order of columns.</param>
/// <param name="Columns">Where each column stands.</param>
/// <param name="Fault">What is wrong with the row as such: its columns or its quoting.</param>
internal sealed record CsvRow(
    long Number, string[] Fields, IReadOnlyDictionary<string, int> Columns, string? Fault = null)
{
    public string? this[string column] => Fields[Columns[column]] is { Length: > 0 } value ? value : null;
}
