using Magpie.Model.Imports;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Magpie.Platform.Database;

internal sealed class ImportMapping : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.Address).HasMaxLength(Import.MaxAddressLength);
        import.Property(i => i.Name).HasMaxLength(FileNames.MaxLength);
        import.Property(i => i.FailureCode).HasMaxLength(50);
        import.Property(i => i.FailureMessage).HasMaxLength(1_000);
        import.Ignore(i => i.Failure);
        import.HasOne<Group>().WithMany().HasForeignKey(i => i.GroupId);
        import.HasOne<Account>().WithMany().HasForeignKey(i => i.UserId);

        // For ImportLeases: waiting imports, oldest first, and how many of a member and of a workspace run.
        import.HasIndex(i => new { i.State, i.Id }, "Imports_ToDo").HasFilter("\"EndedAt\" IS NULL");

        // For a member's list, newest first.
        import.HasIndex(i => new { i.UserId, i.Id }, "Imports_OfMember");

        // For ImportSweep: imports that ended long ago.
        import.HasIndex(i => i.EndedAt, "Imports_Ended").HasFilter("\"EndedAt\" IS NOT NULL");
    }
}
