using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TieFilesToPostsAndTokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The files were of no post in particular, and are made again when somebody asks. Made anew, as SQLite changes no key of a table.
            migrationBuilder.Sql("INSERT INTO \"BlobRemovals\" (\"Id\", \"Key\") SELECT gen_random_uuid(), \"BlobKey\" FROM \"PublishFiles\"");

            migrationBuilder.DropTable(
                name: "PublishFiles");

            migrationBuilder.CreateTable(
                name: "PublishFiles",
                columns: table => new
                {
                    PostId = table.Column<Guid>(type: "uuid", nullable: false),
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "TokenId",
                table: "Uploads",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TokenId",
                table: "Imports",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("INSERT INTO \"BlobRemovals\" (\"Id\", \"Key\") SELECT gen_random_uuid(), \"BlobKey\" FROM \"PublishFiles\"");

            migrationBuilder.DropTable(
                name: "PublishFiles");

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
