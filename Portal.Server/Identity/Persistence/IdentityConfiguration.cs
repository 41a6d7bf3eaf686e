using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Server.Identity.Domain;
using Portal.Server.Platform;

namespace Portal.Server.Identity.Persistence;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Id).HasMaxLength(32).IsUnicode(false);
        builder.Property(user => user.DisplayName).HasMaxLength(TextRules.NameLength);
        builder.Property(user => user.UserName).HasMaxLength(256);
        builder.Property(user => user.NormalizedUserName).HasMaxLength(256);
        builder.Property(user => user.Email).HasMaxLength(256);
        builder.Property(user => user.NormalizedEmail).HasMaxLength(256);
        builder.Property(user => user.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        builder.Property(user => user.SecurityStamp).HasMaxLength(64);
        builder.Property(user => user.PasswordHash).HasMaxLength(256);
        builder.Property(user => user.PhoneNumber).HasMaxLength(32);
        builder.HasIndex(user => user.NormalizedUserName).IsUnique();
        builder.HasIndex(user => user.NormalizedEmail);
    }
}

internal sealed class UserClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder)
    {
        builder.ToTable("user_claims");
        builder.Property(claim => claim.UserId).HasMaxLength(32).IsUnicode(false);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(claim => claim.UserId);
    }
}

internal sealed class UserLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder)
    {
        builder.ToTable("user_logins");
        builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
        builder.Property(login => login.LoginProvider).HasMaxLength(128);
        builder.Property(login => login.ProviderKey).HasMaxLength(128);
        builder.Property(login => login.UserId).HasMaxLength(32).IsUnicode(false);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(login => login.UserId);
    }
}

internal sealed class UserTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        builder.ToTable("user_tokens");
        builder.HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        builder.Property(token => token.UserId).HasMaxLength(32).IsUnicode(false);
        builder.Property(token => token.LoginProvider).HasMaxLength(128);
        builder.Property(token => token.Name).HasMaxLength(128);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(token => token.UserId);
    }
}
