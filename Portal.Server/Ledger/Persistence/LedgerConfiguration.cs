using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Ledger.Domain;
using Portal.Server.Platform.Privacy;

namespace Portal.Server.Ledger.Persistence;

internal sealed class LedgerTransactionConfiguration : IEntityTypeConfiguration<LedgerTransaction>
{
    public void Configure(EntityTypeBuilder<LedgerTransaction> builder)
    {
        builder.ToTable("transactions");
        builder.HasKey(row => row.Position);
        builder.Property(row => row.Position).ValueGeneratedNever();
        builder.Property(row => row.TransactionId).HasMaxLength(LedgerTransaction.IdLength).IsUnicode(false);
        builder.Property(row => row.OriginalId).HasMaxLength(LedgerTransaction.IdLength).IsUnicode(false);
        builder.Property(row => row.PaymentIdHash).HasMaxLength(PersonalData.HashLength).IsFixedLength();
        builder.Property(row => row.PaymentIdLast4).HasMaxLength(4).IsUnicode(false);
        builder.Property(row => row.Mcc).HasMaxLength(4).IsFixedLength().IsUnicode(false);
        builder.Property(row => row.Kind).HasConversion<byte>();
        builder.HasIndex(row => new { row.TerminalId, row.TransactionId }).IsUnique();
        builder.HasIndex(row => new { row.TerminalId, row.OriginalId }).HasFilter("original_id IS NOT NULL");
        builder.HasIndex(row => row.PaymentIdHash);
    }
}

internal sealed class LedgerHeadConfiguration : IEntityTypeConfiguration<LedgerHead>
{
    public void Configure(EntityTypeBuilder<LedgerHead> builder)
    {
        builder.ToTable("ledger_head");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Currency).HasMaxLength(3).IsUnicode(false);
        builder.HasData(new LedgerHead { Id = LedgerHead.OnlyId });
    }
}

internal sealed class ProjectionCheckpointConfiguration : IEntityTypeConfiguration<ProjectionCheckpoint>
{
    public void Configure(EntityTypeBuilder<ProjectionCheckpoint> builder)
    {
        builder.ToTable("projection_checkpoints");
        builder.HasKey(checkpoint => checkpoint.Name);
        builder.Property(checkpoint => checkpoint.Name).HasMaxLength(64).IsUnicode(false);
    }
}
