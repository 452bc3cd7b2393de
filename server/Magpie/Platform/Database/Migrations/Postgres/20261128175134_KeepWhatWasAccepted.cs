using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeepWhatWasAccepted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was refused after all left nothing but its sentence; now nothing is.
            migrationBuilder.Sql("DELETE FROM \"Uploads\" WHERE \"State\" = 'Refused'");

            migrationBuilder.DropColumn(
                name: "RefusalCode",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "RefusalMessage",
                table: "Uploads");

            migrationBuilder.AddColumn<int>(
                name: "Interruptions",
                table: "Assets",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Interruptions",
                table: "Assets");

            migrationBuilder.AddColumn<string>(
                name: "RefusalCode",
                table: "Uploads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefusalMessage",
                table: "Uploads",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);
        }
    }
}
