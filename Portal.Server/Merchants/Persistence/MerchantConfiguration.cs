using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Merchants.Domain;
using Portal.Server.Platform;

namespace Portal.Server.Merchants.Persistence;

internal sealed class MerchantConfiguration : IEntityTypeConfiguration<Merchant>
{
    public void Configure(EntityTypeBuilder<Merchant> builder)
    {
        builder.ToTable("merchants");
        builder.Property(merchant => merchant.Code).HasMaxLength(TextRules.CodeLength).IsUnicode(false);
        builder.Property(merchant => merchant.Name).HasMaxLength(TextRules.NameLength);
        builder.HasIndex(merchant => merchant.Code).IsUnique();
    }
}

internal sealed class OutletConfiguration : IEntityTypeConfiguration<Outlet>
{
    public void Configure(EntityTypeBuilder<Outlet> builder)
    {
        builder.ToTable("outlets");
        builder.Property(outlet => outlet.Code).HasMaxLength(TextRules.CodeLength).IsUnicode(false);
        builder.Property(outlet => outlet.Name).HasMaxLength(TextRules.NameLength);
        builder.Property(outlet => outlet.District).HasMaxLength(Outlet.DistrictLength);
        builder.HasIndex(outlet => outlet.Code).IsUnique();
        builder.HasOne<Merchant>().WithMany().HasForeignKey(outlet => outlet.MerchantId);
    }
}
