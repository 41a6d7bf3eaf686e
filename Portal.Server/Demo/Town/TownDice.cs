namespace Portal.Server.Demo.Town;

/// <summary>One stream of chance, fixed by its numbers: the same numbers give the same town.</summary>
internal sealed class TownDice(params ReadOnlySpan<int> numbers)
{
    private readonly Random random = new(Mix(numbers));

    public double Unit() => random.NextDouble();

    public bool Chance(double probability) => random.NextDouble() < probability;

    public int Below(int limit) => random.Next(limit);

    public int Between(int first, int last) => random.Next(first, last + 1);

    public double Between(double low, double high) => low + ((high - low) * random.NextDouble());

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    public char Pick(string letters) => letters[random.Next(letters.Length)];

    public double Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    /// <summary>Log-normal around a median of 1; tails are cut so that no bun costs a month's pay.</summary>
    public double Spread(double sigma) => Math.Exp(sigma * Math.Clamp(Normal(), -2.4, 2.6));

    public int Poisson(double mean)
    {
        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = random.NextDouble(); product > limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }

    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        return Weighted(weights, total);
    }

    /// <summary>Index by weight, or -1 when nothing has weight.</summary>
    public int Weighted(ReadOnlySpan<double> weights, double total)
    {
        var left = random.NextDouble() * total;
        var last = -1;
        for (var index = 0; index < weights.Length; index++)
        {
            if (weights[index] <= 0)
            {
                continue;
            }

            last = index;
            left -= weights[index];
            if (left < 0)
            {
                break;
            }
        }

        return last;
    }

    private static int Mix(ReadOnlySpan<int> numbers)
    {
        var hash = 2166136261u;
        foreach (var number in numbers)
        {
            hash = (hash ^ (uint)number) * 16777619u;
            hash ^= hash >> 15;
            hash *= 2246822519u;
            hash ^= hash >> 13;
        }

        return (int)(hash & int.MaxValue);
    }
}
