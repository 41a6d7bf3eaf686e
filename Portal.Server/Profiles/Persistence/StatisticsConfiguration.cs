using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Profiles.Domain;

namespace Portal.Server.Profiles.Persistence;

internal sealed class StatisticRowConfiguration : IEntityTypeConfiguration<StatisticRow>
{
    public void Configure(EntityTypeBuilder<StatisticRow> builder)
    {
        builder.ToTable("statistics");
        builder.HasKey(row => new { row.SubscriberId, row.Month, row.CategoryId });
    }
}

internal sealed class ActivityRowConfiguration : IEntityTypeConfiguration<ActivityRow>
{
    public void Configure(EntityTypeBuilder<ActivityRow> builder)
    {
        builder.ToTable("activity");
        builder.HasKey(row => new
        {
            row.SubscriberId, row.Day, row.Hour, row.OutletId, row.MerchantId, row.CategoryId,
        });
    }
}
