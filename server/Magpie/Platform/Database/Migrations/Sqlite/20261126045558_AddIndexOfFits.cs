using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddIndexOfFits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "Assets_OfFit",
                table: "Assets",
                columns: new[] { "GroupId", "FitsUsable", "Position", "Kind", "Status", "Origin", "PostCount" },
                filter: "\"TrashedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "Assets_OfFit",
                table: "Assets");
        }
    }
}
