using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Platform.Privacy;
using Portal.Server.Subscribers.Domain;

namespace Portal.Server.Subscribers.Persistence;

internal sealed class SubscriberConfiguration : IEntityTypeConfiguration<Subscriber>
{
    public void Configure(EntityTypeBuilder<Subscriber> builder)
    {
        builder.ToTable("subscribers");
        builder.Property(subscriber => subscriber.MsisdnHash).HasMaxLength(PersonalData.HashLength).IsFixedLength();
        builder.Property(subscriber => subscriber.MsisdnSealed).HasMaxLength(80);
        builder.Property(subscriber => subscriber.NameSealed).HasMaxLength(600);
        builder.Property(subscriber => subscriber.AddressSealed).HasMaxLength(1300);
        builder.Property(subscriber => subscriber.Occupation).HasMaxLength(Subscriber.OccupationLength);
        builder.Property(subscriber => subscriber.District).HasMaxLength(Subscriber.DistrictLength);
        builder.Property(subscriber => subscriber.Language).HasMaxLength(Subscriber.LanguageLength);
        builder.Property(subscriber => subscriber.TimeZone).HasMaxLength(64);
        builder.HasIndex(subscriber => subscriber.MsisdnHash).IsUnique();
    }
}

internal sealed class ConsentChangeConfiguration : IEntityTypeConfiguration<ConsentChange>
{
    public void Configure(EntityTypeBuilder<ConsentChange> builder)
    {
        builder.ToTable("consent_changes");
        builder.Property(change => change.Source).HasMaxLength(ConsentChange.SourceLength).IsUnicode(false);
        builder.HasOne(change => change.Subscriber).WithMany().HasForeignKey(change => change.SubscriberId);
    }
}

internal sealed class BindingConfiguration : IEntityTypeConfiguration<Binding>
{
    public void Configure(EntityTypeBuilder<Binding> builder)
    {
        builder.ToTable("bindings");
        builder.Property(binding => binding.PaymentIdHash).HasMaxLength(PersonalData.HashLength).IsFixedLength();
        builder.Property(binding => binding.PaymentIdLast4).HasMaxLength(4).IsUnicode(false);
        builder.HasOne(binding => binding.Subscriber).WithMany().HasForeignKey(binding => binding.SubscriberId);
        builder.HasIndex(binding => new { binding.PaymentIdHash, binding.ValidFrom }).IsUnique();
    }
}

internal sealed class BindingChangeConfiguration : IEntityTypeConfiguration<BindingChange>
{
    public void Configure(EntityTypeBuilder<BindingChange> builder)
    {
        builder.ToTable("binding_changes");
        builder.HasKey(change => change.Position);
        builder.Property(change => change.Position).ValueGeneratedNever();
        builder.Property(change => change.PaymentIdHash).HasMaxLength(PersonalData.HashLength).IsFixedLength();
        builder.HasOne(change => change.Subscriber).WithMany().HasForeignKey(change => change.SubscriberId);
    }
}

internal sealed class BindingHeadConfiguration : IEntityTypeConfiguration<BindingHead>
{
    public void Configure(EntityTypeBuilder<BindingHead> builder)
    {
        builder.ToTable("binding_head");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.HasData(new BindingHead { Id = BindingHead.OnlyId });
    }
}
