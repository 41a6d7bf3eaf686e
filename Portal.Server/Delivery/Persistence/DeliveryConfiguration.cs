using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Delivery.Domain;

namespace Portal.Server.Delivery.Persistence;

internal sealed class OutboundDeliveryConfiguration : IEntityTypeConfiguration<OutboundDelivery>
{
    public void Configure(EntityTypeBuilder<OutboundDelivery> builder)
    {
        builder.ToTable("deliveries");
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.Property(delivery => delivery.NextChannels).HasMaxLength(8).IsUnicode(false);
        builder.Property(delivery => delivery.Language).HasMaxLength(OutboundDelivery.LanguageLength);
        builder.Property(delivery => delivery.Body).HasMaxLength(OutboundDelivery.TextLength);
        builder.Property(delivery => delivery.Text).HasMaxLength(OutboundDelivery.TextLength);
        builder.Property(delivery => delivery.Token).HasMaxLength(OutboundDelivery.TokenLength).IsUnicode(false);
        builder.Property(delivery => delivery.Reason).HasMaxLength(40).IsUnicode(false);
        builder.Property(delivery => delivery.Channel).HasConversion<byte>();
        builder.Property(delivery => delivery.State).HasConversion<byte>();
        builder.Property(delivery => delivery.Version).IsConcurrencyToken();
        // What is over is never looked for by time again: the index holds open deliveries only.
        builder.HasIndex(delivery => new { delivery.Priority, delivery.DueAt }).HasFilter("ended_at IS NULL");
        builder.HasIndex(delivery => new { delivery.OfferId, delivery.Channel }).IsUnique()
            .HasFilter("offer_id IS NOT NULL");
        builder.HasIndex(delivery => new { delivery.SubscriberId, delivery.SubmittedAt });
        builder.HasIndex(delivery => delivery.CreatedAt);
    }
}

internal sealed class DeliveryAttemptConfiguration : IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
    {
        builder.ToTable("delivery_attempts");
        builder.HasKey(attempt => new { attempt.DeliveryId, attempt.Number });
        builder.Property(attempt => attempt.Number).ValueGeneratedNever();
        builder.Property(attempt => attempt.Outcome).HasConversion<byte>();
        builder.Property(attempt => attempt.Detail).HasMaxLength(200);
        builder.HasOne<OutboundDelivery>().WithMany().HasForeignKey(attempt => attempt.DeliveryId);
    }
}

internal sealed class DeliveryReceiptConfiguration : IEntityTypeConfiguration<DeliveryReceipt>
{
    public void Configure(EntityTypeBuilder<DeliveryReceipt> builder)
    {
        builder.ToTable("delivery_receipts");
        builder.Property(receipt => receipt.Key).HasMaxLength(DeliveryReceipt.KeyLength).IsUnicode(false);
        builder.Property(receipt => receipt.State).HasConversion<byte>();
        builder.HasIndex(receipt => new { receipt.DeliveryId, receipt.Key }).IsUnique();
        builder.HasOne<OutboundDelivery>().WithMany().HasForeignKey(receipt => receipt.DeliveryId);
    }
}

internal sealed class ContactLockConfiguration : IEntityTypeConfiguration<ContactLock>
{
    public void Configure(EntityTypeBuilder<ContactLock> builder)
    {
        builder.ToTable("contact_locks");
        builder.HasKey(row => row.SubscriberId);
        builder.Property(row => row.SubscriberId).ValueGeneratedNever();
    }
}
