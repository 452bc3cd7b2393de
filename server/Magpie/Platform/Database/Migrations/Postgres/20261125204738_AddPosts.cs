using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddPosts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Profiles_GroupId",
                table: "Profiles");

            migrationBuilder.DropIndex(
                name: "IX_Posts_GroupId",
                table: "Posts");

            migrationBuilder.AddColumn<DateTime>(
                name: "ArchivedAt",
                table: "Profiles",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DisplayName",
                table: "Profiles",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PictureId",
                table: "Profiles",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Surfaces",
                table: "Profiles",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValueSql: "''");

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Profiles",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "UTC");

            migrationBuilder.AddColumn<string>(
                name: "Caption",
                table: "Posts",
                type: "character varying(100000)",
                maxLength: 100000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Posts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChangedById",
                table: "Posts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CountsIn",
                table: "Posts",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CreatedById",
                table: "Posts",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "DeletedAssets",
                table: "Posts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DeletedAt",
                table: "Posts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstComment",
                table: "Posts",
                type: "character varying(100000)",
                maxLength: 100000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LocalTime",
                table: "Posts",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "Posts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublishedUrl",
                table: "Posts",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SecondOfTwo",
                table: "Posts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Surface",
                table: "Posts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Posts",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "Posts",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Posts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "AltText",
                table: "PostAssets",
                type: "character varying(5000)",
                maxLength: 5000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Crop",
                table: "PostAssets",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Trim",
                table: "PostAssets",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PublishFiles",
                columns: table => new
                {
                    AssetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    BlobKey = table.Column<string>(type: "text", nullable: false),
                    Format = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishFiles", x => new { x.AssetId, x.Version });
                    table.ForeignKey(
                        name: "FK_PublishFiles_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_PictureId",
                table: "Profiles",
                column: "PictureId");

            migrationBuilder.CreateIndex(
                name: "Profiles_Account",
                table: "Profiles",
                columns: new[] { "GroupId", "Platform", "Handle" },
                unique: true,
                filter: "\"ArchivedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "Posts_Calendar",
                table: "Posts",
                columns: new[] { "GroupId", "ScheduledAt" });

            migrationBuilder.CreateIndex(
                name: "Posts_Clock",
                table: "Posts",
                columns: new[] { "State", "ScheduledAt" },
                filter: "\"State\" IN ('Scheduled', 'Due')");

            migrationBuilder.CreateIndex(
                name: "Posts_Deleted",
                table: "Posts",
                column: "DeletedAt",
                filter: "\"DeletedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "Posts_Newest",
                table: "Posts",
                columns: new[] { "GroupId", "Id" });

            migrationBuilder.CreateIndex(
                name: "Posts_OfMonth",
                table: "Posts",
                columns: new[] { "GroupId", "CountsIn" },
                filter: "\"CountsIn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PublishFiles_MadeAt",
                table: "PublishFiles",
                column: "MadeAt");

            migrationBuilder.AddForeignKey(
                name: "FK_Profiles_Assets_PictureId",
                table: "Profiles",
                column: "PictureId",
                principalTable: "Assets",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Profiles_Assets_PictureId",
                table: "Profiles");

            migrationBuilder.DropTable(
                name: "PublishFiles");

            migrationBuilder.DropIndex(
                name: "IX_Profiles_PictureId",
                table: "Profiles");

            migrationBuilder.DropIndex(
                name: "Profiles_Account",
                table: "Profiles");

            migrationBuilder.DropIndex(
                name: "Posts_Calendar",
                table: "Posts");

            migrationBuilder.DropIndex(
                name: "Posts_Clock",
                table: "Posts");

            migrationBuilder.DropIndex(
                name: "Posts_Deleted",
                table: "Posts");

            migrationBuilder.DropIndex(
                name: "Posts_Newest",
                table: "Posts");

            migrationBuilder.DropIndex(
                name: "Posts_OfMonth",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "ArchivedAt",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "DisplayName",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "PictureId",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "Surfaces",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Profiles");

            migrationBuilder.DropColumn(
                name: "Caption",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "ChangedById",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "CountsIn",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "CreatedById",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "DeletedAssets",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "DeletedAt",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "FirstComment",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "LocalTime",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "PublishedUrl",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "SecondOfTwo",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Surface",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Title",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Posts");

            migrationBuilder.DropColumn(
                name: "AltText",
                table: "PostAssets");

            migrationBuilder.DropColumn(
                name: "Crop",
                table: "PostAssets");

            migrationBuilder.DropColumn(
                name: "Trim",
                table: "PostAssets");

            migrationBuilder.CreateIndex(
                name: "IX_Profiles_GroupId",
                table: "Profiles",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Posts_GroupId",
                table: "Posts",
                column: "GroupId");
        }
    }
}
