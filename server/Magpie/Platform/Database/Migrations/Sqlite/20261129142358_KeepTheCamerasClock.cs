using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeepTheCamerasClock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Made while clean copies took along what nobody had read, and lost gain maps; each is made again when it is asked for.
            migrationBuilder.Sql("DELETE FROM \"Renditions\" WHERE \"Kind\" = 'Clean'");

            migrationBuilder.AddColumn<string>(
                name: "CapturedLocal",
                table: "Assets",
                type: "TEXT",
                maxLength: 19,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // In place: the builder's own way would write the table anew, without its triggers.
            migrationBuilder.Sql("ALTER TABLE \"Assets\" DROP COLUMN \"CapturedLocal\"");
        }
    }
}
