using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeepWhatWasAccepted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was refused after all left nothing but its sentence; now nothing is.
            migrationBuilder.Sql("DELETE FROM \"Uploads\" WHERE \"State\" = 'Refused'");

            // In place: the builder's own way would write both tables anew.
            migrationBuilder.Sql("ALTER TABLE \"Uploads\" DROP COLUMN \"RefusalCode\"");
            migrationBuilder.Sql("ALTER TABLE \"Uploads\" DROP COLUMN \"RefusalMessage\"");

            migrationBuilder.AddColumn<int>(
                name: "Interruptions",
                table: "Assets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE \"Assets\" DROP COLUMN \"Interruptions\"");

            migrationBuilder.AddColumn<string>(
                name: "RefusalCode",
                table: "Uploads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefusalMessage",
                table: "Uploads",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);
        }
    }
}
