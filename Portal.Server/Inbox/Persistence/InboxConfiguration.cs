using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Inbox.Domain;
using Portal.Server.Platform.Privacy;

namespace Portal.Server.Inbox.Persistence;

internal sealed class SignInCodeConfiguration : IEntityTypeConfiguration<SignInCode>
{
    public void Configure(EntityTypeBuilder<SignInCode> builder)
    {
        builder.ToTable("inbox_sign_in_codes");
        builder.Property(code => code.Id).ValueGeneratedNever();
        builder.Property(code => code.CodeHash).HasMaxLength(PersonalData.HashLength).IsFixedLength();
        builder.HasIndex(code => code.ExpiresAt);
    }
}

internal sealed class InboxSessionConfiguration : IEntityTypeConfiguration<InboxSession>
{
    public void Configure(EntityTypeBuilder<InboxSession> builder)
    {
        builder.ToTable("inbox_sessions");
        builder.HasKey(session => session.TokenHash);
        builder.Property(session => session.TokenHash).HasMaxLength(PersonalData.HashLength).IsFixedLength();
        builder.HasIndex(session => session.ExpiresAt);
    }
}

internal sealed class InboxThrottleConfiguration : IEntityTypeConfiguration<InboxThrottle>
{
    public void Configure(EntityTypeBuilder<InboxThrottle> builder)
    {
        builder.ToTable("inbox_throttles");
        builder.HasKey(throttle => throttle.Key);
        builder.Property(throttle => throttle.Key).HasMaxLength(PersonalData.HashLength).IsFixedLength();
        builder.HasIndex(throttle => throttle.Since);
    }
}
