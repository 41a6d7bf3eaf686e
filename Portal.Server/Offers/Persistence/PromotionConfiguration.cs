using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Offers.Domain;

namespace Portal.Server.Offers.Persistence;

internal sealed class PromotionConfiguration : IEntityTypeConfiguration<Promotion>
{
    public void Configure(EntityTypeBuilder<Promotion> builder)
    {
        builder.ToTable("promotions");
        builder.Property(promotion => promotion.Name).HasMaxLength(Promotion.NameLength);
        builder.Property(promotion => promotion.Status).HasConversion<byte>().IsConcurrencyToken();
        builder.Property(promotion => promotion.Version).IsConcurrencyToken();
        builder.HasIndex(promotion => promotion.MerchantId);
        builder.HasIndex(promotion => promotion.Status);
    }
}

internal sealed class PromotionVersionConfiguration : IEntityTypeConfiguration<PromotionVersion>
{
    public void Configure(EntityTypeBuilder<PromotionVersion> builder)
    {
        builder.ToTable("promotion_versions");
        builder.HasKey(version => new { version.PromotionId, version.Version });
    }
}

internal sealed class PromotionCountersConfiguration : IEntityTypeConfiguration<PromotionCounters>
{
    public void Configure(EntityTypeBuilder<PromotionCounters> builder)
    {
        builder.ToTable("promotion_counters");
        builder.HasKey(counters => counters.PromotionId);
        builder.Property(counters => counters.PromotionId).ValueGeneratedNever();
        builder.HasOne(counters => counters.Promotion).WithOne().HasForeignKey<PromotionCounters>(
            counters => counters.PromotionId);
    }
}

internal sealed class PromotionDayConfiguration : IEntityTypeConfiguration<PromotionDay>
{
    public void Configure(EntityTypeBuilder<PromotionDay> builder)
    {
        builder.ToTable("promotion_days");
        builder.HasKey(day => new { day.PromotionId, day.Day });
    }
}

internal sealed class RefusalConfiguration : IEntityTypeConfiguration<Refusal>
{
    public void Configure(EntityTypeBuilder<Refusal> builder)
    {
        builder.ToTable("refusals");
        builder.HasKey(refusal => new { refusal.SubscriberId, refusal.Day, refusal.PromotionId });
        builder.Property(refusal => refusal.Step).HasConversion<byte>();
        builder.Property(refusal => refusal.Reason).HasMaxLength(Refusal.ReasonLength).IsUnicode(false);
        builder.Property(refusal => refusal.Values).HasMaxLength(Refusal.ValuesLength);
        builder.HasIndex(refusal => new { refusal.PromotionId, refusal.Step });
        builder.HasIndex(refusal => refusal.Day);
    }
}
