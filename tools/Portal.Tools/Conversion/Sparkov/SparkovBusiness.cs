namespace Portal.Tools.Conversion.Sparkov;

/// <summary>
/// A business of the set becomes one merchant with one outlet and one terminal. Its payments lie near the
/// payer's home rather than at one place, so the outlet stands at the median of their coordinates.
/// </summary>
internal sealed class SparkovBusiness(string code, string name, string category)
{
    // Coordinates have four decimals; as whole numbers they take a quarter of the memory of a decimal.
    private const int Scale = 10_000;

    private readonly List<int> _latitudes = [];
    private readonly List<int> _longitudes = [];

    public string Code => code;

    public string Name => name;

    public string Category => category;

    public string TerminalId => "T-" + code;

    public bool HasPayments => _latitudes.Count > 0;

    public void PaidAt(decimal latitude, decimal longitude)
    {
        _latitudes.Add((int)decimal.Round(latitude * Scale));
        _longitudes.Add((int)decimal.Round(longitude * Scale));
    }

    public (decimal Latitude, decimal Longitude) Position() => (Median(_latitudes), Median(_longitudes));

    // The lower of two middle values: the position stays one that a payment really had.
    private static decimal Median(List<int> values)
    {
        values.Sort();
        return (decimal)values[(values.Count - 1) / 2] / Scale;
    }
}
