namespace Portal.Tools.Conversion.Sparkov;

/// <summary>The cities of the registration records: their names serve as districts for outlets, too.</summary>
internal sealed class SparkovCities
{
    private readonly List<City> _cities = [];

    public void Add(string name, decimal latitude, decimal longitude) =>
        _cities.Add(new City(name, (double)latitude, (double)longitude));

    /// <summary>The nearest city; of two equally near, the first by name.</summary>
    public string Nearest(decimal latitude, decimal longitude) => _cities.Count == 0
        ? ""
        : _cities.MinBy(city => (Distance(city, (double)latitude, (double)longitude), city))!.Name;

    // Flat distance with meridians drawn together is exact enough to tell which city is nearest.
    private static double Distance(City city, double latitude, double longitude)
    {
        var north = city.Latitude - latitude;
        var east = (city.Longitude - longitude) * Math.Cos((city.Latitude + latitude) / 2 * Math.PI / 180);
        return (north * north) + (east * east);
    }

    private sealed record City(string Name, double Latitude, double Longitude) : IComparable<City>
    {
        public int CompareTo(City? other) => string.CompareOrdinal(Name, other?.Name);
    }
}
