using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddPostSets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Own",
                table: "Posts",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValueSql: "''");

            migrationBuilder.AddColumn<byte[]>(
                name: "SetId",
                table: "Posts",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<bool>(
                name: "SurfaceChosen",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // Each stands alone, on the surface that somebody may have chosen.
            migrationBuilder.Sql("""UPDATE "Posts" SET "SetId" = "Id", "SurfaceChosen" = 1""");

            migrationBuilder.CreateIndex(
                name: "Posts_Set",
                table: "Posts",
                column: "SetId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "Posts_Set",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Own",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "SetId",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "SurfaceChosen",
                table: "Posts");
        }
    }
}
