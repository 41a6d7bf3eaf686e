using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Delivery.Domain;

namespace Portal.Server.Delivery.Simulator;

internal sealed class HandsetConfiguration : IEntityTypeConfiguration<HandsetRow>
{
    public void Configure(EntityTypeBuilder<HandsetRow> builder)
    {
        builder.ToTable("handset_messages");
        builder.Property(row => row.Sender).HasMaxLength(20).IsUnicode(false);
        builder.Property(row => row.Text).HasMaxLength(OutboundDelivery.TextLength);
        builder.Property(row => row.Channel).HasConversion<byte>();
        builder.Property(row => row.Encoding).HasConversion<byte>();
        builder.Property(row => row.Ending).HasConversion<byte>();
        builder.HasIndex(row => new { row.SubscriberId, row.Id });
        builder.HasIndex(row => row.ReportAt).HasFilter("report_at IS NOT NULL");
        builder.HasIndex(row => new { row.DeliveryId, row.Attempt }).IsUnique().HasFilter("delivery_id IS NOT NULL");
    }
}
