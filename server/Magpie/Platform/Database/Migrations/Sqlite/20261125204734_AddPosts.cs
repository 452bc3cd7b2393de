using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Sqlite
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

            migrationBuilder.AddColumn<long>(
                name: "ArchivedAt",
                table: "Profiles",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DisplayName",
                table: "Profiles",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            // With its key in one statement: added later, it would have SQLite build the table anew, which no transaction holds together.
            migrationBuilder.Sql("ALTER TABLE \"Profiles\" ADD COLUMN \"PictureId\" BLOB NULL REFERENCES \"Assets\" (\"Id\") ON DELETE SET NULL");

            migrationBuilder.AddColumn<string>(
                name: "Surfaces",
                table: "Profiles",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValueSql: "''");

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Profiles",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "UTC");

            migrationBuilder.AddColumn<string>(
                name: "Caption",
                table: "Posts",
                type: "TEXT",
                maxLength: 100000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "ChangedAt",
                table: "Posts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ChangedById",
                table: "Posts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CountsIn",
                table: "Posts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "CreatedById",
                table: "Posts",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<string>(
                name: "DeletedAssets",
                table: "Posts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DeletedAt",
                table: "Posts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstComment",
                table: "Posts",
                type: "TEXT",
                maxLength: 100000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LocalTime",
                table: "Posts",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PublishedAt",
                table: "Posts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublishedUrl",
                table: "Posts",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SecondOfTwo",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Surface",
                table: "Posts",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Posts",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Title",
                table: "Posts",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Posts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "AltText",
                table: "PostAssets",
                type: "TEXT",
                maxLength: 5000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Crop",
                table: "PostAssets",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Trim",
                table: "PostAssets",
                type: "TEXT",
                maxLength: 50,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PublishFiles",
                columns: table => new
                {
                    AssetId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    BlobKey = table.Column<string>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false)
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
