using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Demo.Domain;

namespace Portal.Server.Demo.Persistence;

internal sealed class DemoStateConfiguration : IEntityTypeConfiguration<DemoState>
{
    public void Configure(EntityTypeBuilder<DemoState> builder)
    {
        builder.ToTable("demo_state");
        builder.Property(state => state.Id).ValueGeneratedNever();
    }
}
