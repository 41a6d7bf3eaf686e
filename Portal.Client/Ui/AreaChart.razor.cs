using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Portal.Client.Ui;

/// <summary>A line over an area, with faint bars behind it; it glides left when <see cref="Version"/> grows.</summary>
public sealed partial class AreaChart
{
    private const int Width = 1000;
    private const int Height = 200;

    /// <summary>Oldest first, evenly spaced.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<double> Line { get; set; } = [];

    /// <summary>As many as the line has; may be empty.</summary>
    [Parameter] public IReadOnlyList<double> Bars { get; set; } = [];

    /// <summary>The chart in words, for who cannot see it.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Words under the chart, from left to right.</summary>
    [Parameter] public IReadOnlyList<string> Axis { get; set; } = [];

    [Parameter] public Func<double, string> Format { get; set; } = Formats.Tenth;

    /// <summary>The moment at the right edge.</summary>
    [Parameter] public long Version { get; set; }

    [Parameter] public bool IsMoving { get; set; }

    private ChartScale Scale { get; set; } = ChartScale.For(0);

    protected override void OnParametersSet() =>
        Scale = ChartScale.For(Math.Max(Line.DefaultIfEmpty().Max(), Bars.DefaultIfEmpty().Max()));

    private static string Css(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private double X(int index) => index * (double)Width / Math.Max(1, Line.Count - 1);

    private double Y(double value) => Height - (value / Scale.Top * (Height - 4));

    private string LinePath()
    {
        var path = new StringBuilder();
        for (var i = 0; i < Line.Count; i++)
        {
            path.Append(i == 0 ? 'M' : 'L').Append(Css(X(i))).Append(' ').Append(Css(Y(Line[i])));
        }

        return path.ToString();
    }

    private string BarPath()
    {
        var path = new StringBuilder();
        for (var i = 0; i < Bars.Count; i++)
        {
            if (Bars[i] > 0)
            {
                path.Append('M').Append(Css(X(i))).Append(' ').Append(Height).Append('V').Append(Css(Y(Bars[i])));
            }
        }

        return path.ToString();
    }
}
