using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Postgres
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
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValueSql: "''");

            migrationBuilder.AddColumn<Guid>(
                name: "SetId",
                table: "Posts",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "SurfaceChosen",
                table: "Posts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // Each stands alone, on the surface that somebody may have chosen.
            migrationBuilder.Sql("""UPDATE "Posts" SET "SetId" = "Id", "SurfaceChosen" = TRUE""");

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
