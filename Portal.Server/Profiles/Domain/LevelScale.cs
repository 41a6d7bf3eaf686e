using Portal.Server.Profiles.Contracts;

namespace Portal.Server.Profiles.Domain;

/// <summary>
/// Cuts a population into five steps at its quintiles. Whoever stands exactly on several cut points, because many spend
/// the same, gets the middle of the steps between them.
/// </summary>
internal sealed class QuintileScale
{
    /// <summary>A fifth of fewer people than this is nobody.</summary>
    public const int SmallestPopulation = 5;

    /// <summary>The step in a population too small to compare with.</summary>
    public const int MiddleStep = 3;

    private const int Steps = 5;

    private readonly long[] _cuts;

    /// <param name="values">One for each member; sorted in place.</param>
    public QuintileScale(long[] values)
    {
        Population = values.Length;
        _cuts = values.Length < SmallestPopulation ? [] : Cut(values);
    }

    public int Population { get; }

    /// <summary>The values up to which steps 1 to 4 go; none when the population is too small.</summary>
    public IReadOnlyList<long> Cuts => _cuts;

    public int StepOf(long value)
    {
        if (_cuts.Length == 0)
        {
            return MiddleStep;
        }

        var below = _cuts.Count(cut => cut < value);
        var notAbove = _cuts.Count(cut => cut <= value);
        return 1 + ((below + notAbove) / 2);
    }

    /// <summary>Nearest rank: the k-th cut is the smallest value that at least k fifths of the population do not exceed.</summary>
    private static long[] Cut(long[] values)
    {
        Array.Sort(values);
        var cuts = new long[Steps - 1];
        for (var k = 1; k < Steps; k++)
        {
            var rank = (((long)values.Length * k) + Steps - 1) / Steps;
            cuts[k - 1] = values[rank - 1];
        }

        return cuts;
    }
}

/// <summary>The consumption level [0040]: where somebody's spending stands among everybody's, joined with ARPU [0037].</summary>
/// <param name="Spending">Of the net spending of <see cref="Days"/> days, of all who spent.</param>
/// <param name="Arpu">Of all registered ARPUs.</param>
internal sealed record LevelScale(QuintileScale Spending, QuintileScale Arpu)
{
    /// <summary>Level and habits look this far back: long enough for what is bought once a month.</summary>
    public const int Days = 90;

    private const int Months = Days / 30;

    /// <summary>Null when nothing was spent.</summary>
    public Level? LevelOf(long spentMinor, long? arpuMinor)
    {
        if (spentMinor <= 0)
        {
            return null;
        }

        var spendStep = Spending.StepOf(spentMinor);
        int? arpuStep = arpuMinor is { } arpu ? Arpu.StepOf(arpu) : null;
        // Spending weighs twice: it is what merchants see. The added one rounds to the nearer step.
        var step = arpuStep is { } known ? ((2 * spendStep) + known + 1) / 3 : spendStep;
        return new Level(step, spentMinor / Months, spendStep, arpuStep);
    }
}
