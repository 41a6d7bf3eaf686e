using System.Globalization;
using Portal.Server.CommandLine.Csv;
using Portal.Server.Platform.Time;
using Portal.Server.Profiles.Contracts;
using Portal.Server.Subscribers.Contracts;
using Portal.Shared.Categories;

namespace Portal.Server.CommandLine.Export;

/// <summary>Level, habits and tendencies of each subscriber [0037-0040], as of today.</summary>
internal sealed class ProfileExport : IExport
{
    private const int PageSize = 500;

    public IReadOnlyList<string> Columns { get; } = ["msisdn", "level", "habits", "tendencies", "asOf"];

    public bool IsDerived => true;

    public async Task WriteAsync(
        IServiceProvider services, CsvOutput output, ProgressLine progress, CancellationToken cancellationToken)
    {
        var profiles = services.GetRequiredService<IProfiles>();
        var directory = services.GetRequiredService<ISubscriberDirectory>();
        var today = services.GetRequiredService<OperatorClock>().Today;
        var total = await directory.CountAsync(cancellationToken);
        var after = 0L;
        while (await profiles.ScanAsync(after, PageSize, today, cancellationToken) is { Count: > 0 } page)
        {
            var ids = page.Select(profile => profile.SubscriberId).ToList();
            var numbers = await directory.MsisdnsAsync(ids, cancellationToken);
            var habits = await profiles.HabitsAsync([.. page], cancellationToken);
            foreach (var profile in page)
            {
                output.Write(
                    Fields.Msisdn(numbers, profile.SubscriberId),
                    Fields.Of(profile.Level?.Step),
                    Shares(habits.GetValueOrDefault(profile.SubscriberId)),
                    Percents(profile.Tendencies),
                    Fields.Of(profile.AsOf));
            }

            after = ids[^1];
            progress.Report(output.Rows, (double)output.Rows / Math.Max(total, 1));
        }
    }

    /// <summary>Each category's part of the purchases of 90 days, 0 to 1, the most frequent first.</summary>
    private static string Shares(Habits? habits) => habits is null ? "" : string.Join(';', habits.Categories.Select(
        habit => string.Create(
            CultureInfo.InvariantCulture, $"{ConsumptionCategories.Get(habit.Key).Code}:{habit.CountShare:0.####}")));

    private static string Percents(IReadOnlyDictionary<byte, int> tendencies) => string.Join(';', tendencies
        .OrderBy(tendency => tendency.Key)
        .Select(tendency => string.Create(
            CultureInfo.InvariantCulture, $"{ConsumptionCategories.Get(tendency.Key).Code}:{tendency.Value}")));
}
