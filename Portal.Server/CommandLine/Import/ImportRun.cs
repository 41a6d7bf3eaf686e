using System.Globalization;
using Portal.Server.CommandLine.Csv;

namespace Portal.Server.CommandLine.Import;

/// <summary>
/// Reads a file once, row by row, and sends it in batches, several under way at a time; what it holds in memory does not
/// depend on the length of the file. Batches begin in the order of the file, so of two rows with one id the first counts.
/// </summary>
internal sealed class ImportRun<TItem>(IRowImport<TItem> import, CsvInput input, RowErrors errors, ProgressLine progress)
{
    private readonly Queue<(List<CsvRow> Rows, Task<IReadOnlyList<RowOutcome>> Sending)> _underWay = new();
    private List<CsvRow> _rows = [];
    private List<TItem> _items = [];
    private long _read, _done, _new, _repeated;

    /// <summary>Imports until the end, or until it is cancelled: then what is under way is finished and counted.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var row in input.Rows())
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            _read++;
            Take(row);
            if (_items.Count >= import.BatchSize)
            {
                await SendAsync();
            }
        }

        await SendAsync();
        while (_underWay.Count > 0)
        {
            await FinishOneAsync();
        }
    }

    public string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_read:N0} rows in {progress.Elapsed.TotalSeconds:N1} s: {_new:N0} {import.Words.New}, "
        + $"{_repeated:N0} {import.Words.Repeated}, {errors.Count:N0} refused.");

    private void Take(CsvRow row)
    {
        if (row.Fault is { } fault)
        {
            errors.Add(row, "", fault);
            _done++;
            return;
        }

        var item = import.Read(row);
        if (item.IsSuccess)
        {
            _rows.Add(row);
            _items.Add(item.Value);
        }
        else
        {
            errors.Add(row, item.Error);
            _done++;
        }
    }

    private async Task SendAsync()
    {
        if (_items.Count == 0)
        {
            return;
        }

        // Not cancelled half-way: a batch that has begun is finished and counted.
        _underWay.Enqueue((_rows, import.SendAsync(_items, CancellationToken.None)));
        (_rows, _items) = (new(import.BatchSize), new(import.BatchSize));
        while (_underWay.Count >= import.InFlight)
        {
            await FinishOneAsync();
        }
    }

    private async Task FinishOneAsync()
    {
        var (rows, sending) = _underWay.Dequeue();
        var outcomes = await sending;
        for (var i = 0; i < rows.Count; i++)
        {
            if (outcomes[i].Error is { } error)
            {
                errors.Add(rows[i], error);
            }
            else if (outcomes[i].IsRepeated)
            {
                _repeated++;
            }
            else
            {
                _new++;
            }
        }

        _done += rows.Count;
        progress.Report(_done, input.Length == 0 ? 1 : (double)input.Position / input.Length);
    }
}
