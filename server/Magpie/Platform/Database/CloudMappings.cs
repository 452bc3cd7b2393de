using Magpie.Model.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Magpie.Platform.Database;

internal sealed class CloudConnectionMapping : IEntityTypeConfiguration<CloudConnection>
{
    public void Configure(EntityTypeBuilder<CloudConnection> connection)
    {
        connection.HasKey(c => new { c.UserId, c.Provider });
        connection.Property(c => c.Account).HasMaxLength(CloudConnection.MaxAccountLength);
        connection.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId);
    }
}

internal sealed class CloudSignInMapping : IEntityTypeConfiguration<CloudSignIn>
{
    public void Configure(EntityTypeBuilder<CloudSignIn> signIn)
    {
        signIn.HasKey(s => s.StateHash);
        signIn.Property(s => s.StateHash).HasMaxLength(64);
        signIn.Property(s => s.Challenge).HasMaxLength(64);
        signIn.Property(s => s.ReturnAddress).HasMaxLength(2048);
        signIn.HasOne<Account>().WithMany().HasForeignKey(s => s.UserId);
    }
}
