using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Platform;
using Portal.Server.Terminals.Domain;

namespace Portal.Server.Terminals.Persistence;

internal sealed class TerminalConfiguration : IEntityTypeConfiguration<Terminal>
{
    public void Configure(EntityTypeBuilder<Terminal> builder)
    {
        builder.ToTable("terminals");
        builder.Property(terminal => terminal.Code).HasMaxLength(TextRules.CodeLength).IsUnicode(false);
        builder.Property(terminal => terminal.Mcc).HasMaxLength(4).IsFixedLength().IsUnicode(false);
        builder.HasIndex(terminal => terminal.Code).IsUnique();
        builder.HasIndex(terminal => terminal.OutletId);
        builder.HasIndex(terminal => terminal.MerchantId);
    }
}
