using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddIndexOfOriginAndStatus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "Assets_NewestOfOriginAndStatus",
                table: "Assets",
                columns: new[] { "GroupId", "Origin", "Status", "Position", "Kind", "PostCount", "FitsUsable" },
                filter: "\"TrashedAt\" IS NULL AND \"Origin\" <> 'Upload'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "Assets_NewestOfOriginAndStatus",
                table: "Assets");
        }
    }
}
