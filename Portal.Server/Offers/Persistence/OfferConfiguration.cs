using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Offers.Domain;

namespace Portal.Server.Offers.Persistence;

internal sealed class OfferConfiguration : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("offers");
        builder.HasKey(offer => offer.Number);
        builder.Property(offer => offer.Token).HasMaxLength(OfferToken.Length).IsUnicode(false);
        builder.Property(offer => offer.Code).HasMaxLength(RedemptionCode.Length).IsUnicode(false);
        builder.Property(offer => offer.Language).HasMaxLength(Offer.LanguageLength).IsUnicode(false);
        builder.Property(offer => offer.Title).HasMaxLength(Offer.TitleLength);
        builder.Property(offer => offer.Text).HasMaxLength(Offer.TextLength);
        builder.Property(offer => offer.State).HasConversion<byte>();
        builder.Property(offer => offer.BenefitKind).HasConversion<byte>();
        builder.Property(offer => offer.Revision).IsConcurrencyToken();
        builder.HasIndex(offer => offer.Id).IsUnique();
        builder.HasIndex(offer => offer.Token).IsUnique();
        builder.HasIndex(offer => offer.Code).IsUnique();
        builder.HasIndex(offer => offer.SubscriberId);
        builder.HasIndex(offer => offer.TriggerPosition);
        builder.HasIndex(offer => new { offer.PromotionId, offer.State });
        builder.HasIndex(offer => new { offer.State, offer.ValidUntil });
        builder.HasIndex(offer => offer.MadeAt);
    }
}

internal sealed class RedemptionConfiguration : IEntityTypeConfiguration<Redemption>
{
    public void Configure(EntityTypeBuilder<Redemption> builder)
    {
        builder.ToTable("redemptions");
        builder.HasKey(redemption => redemption.Number);
        builder.Property(redemption => redemption.By).HasConversion<byte>();
        builder.Property(redemption => redemption.TransactionId)
            .HasMaxLength(Redemption.TransactionIdLength).IsUnicode(false);
        builder.HasIndex(redemption => redemption.Id).IsUnique();
        // One tap redeems at most one offer, and one offer stands redeemed at most once: the database sees to it too.
        builder.HasIndex(redemption => new { redemption.TransactionId, redemption.TerminalId })
            .IsUnique().HasFilter("transaction_id IS NOT NULL");
        builder.HasIndex(redemption => redemption.OfferId).IsUnique().HasFilter("voided_at IS NULL");
        builder.HasIndex(redemption => new { redemption.PromotionId, redemption.Number });
        builder.HasIndex(redemption => redemption.At);
    }
}
