using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TieFilesToPostsAndTokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The files were of no post in particular, and are made again when somebody asks. Made anew, as SQLite changes no key of a table.
            migrationBuilder.Sql("INSERT INTO \"BlobRemovals\" (\"Id\", \"Key\") SELECT randomblob(16), \"BlobKey\" FROM \"PublishFiles\"");

            migrationBuilder.DropTable(
                name: "PublishFiles");

            migrationBuilder.CreateTable(
                name: "PublishFiles",
                columns: table => new
                {
                    PostId = table.Column<byte[]>(type: "BLOB", nullable: false),
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
                    table.PrimaryKey("PK_PublishFiles", x => new { x.PostId, x.AssetId, x.Version });
                    table.ForeignKey(
                        name: "FK_PublishFiles_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PublishFiles_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PublishFiles_MadeAt",
                table: "PublishFiles",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_PublishFiles_AssetId",
                table: "PublishFiles",
                column: "AssetId");

            migrationBuilder.AddColumn<bool>(
                name: "FromServer",
                table: "Uploads",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "TokenId",
                table: "Uploads",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "TokenId",
                table: "Imports",
                type: "BLOB",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("INSERT INTO \"BlobRemovals\" (\"Id\", \"Key\") SELECT randomblob(16), \"BlobKey\" FROM \"PublishFiles\"");

            migrationBuilder.DropTable(
                name: "PublishFiles");

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
                name: "IX_PublishFiles_MadeAt",
                table: "PublishFiles",
                column: "MadeAt");

            migrationBuilder.DropColumn(
                name: "FromServer",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "TokenId",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "TokenId",
                table: "Imports");
        }
    }
}
