namespace Portal.Client.Ui;

/// <summary>A round top above the greatest value, and the lines to draw.</summary>
public sealed record ChartScale(double Top, IReadOnlyList<double> Lines)
{
    public static ChartScale For(double greatest)
    {
        if (greatest <= 0)
        {
            return new ChartScale(1, [0, 1]);
        }

        var rough = greatest / 3;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.First(factor => factor * magnitude >= rough) * magnitude;
        var count = (int)Math.Ceiling(greatest / step - 1e-9);
        return new ChartScale(step * count, [.. Enumerable.Range(0, count + 1).Select(i => i * step)]);
    }
}
