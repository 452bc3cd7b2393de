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
            // They were of no post in particular, and are made again when somebody asks.
            migrationBuilder.Sql("INSERT INTO \"BlobRemovals\" (\"Id\", \"Key\") SELECT randomblob(16), \"BlobKey\" FROM \"PublishFiles\"");
            migrationBuilder.Sql("DELETE FROM \"PublishFiles\"");

            migrationBuilder.DropPrimaryKey(
                name: "PK_PublishFiles",
                table: "PublishFiles");

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
                name: "PostId",
                table: "PublishFiles",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "TokenId",
                table: "Imports",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_PublishFiles",
                table: "PublishFiles",
                columns: new[] { "PostId", "AssetId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_PublishFiles_AssetId",
                table: "PublishFiles",
                column: "AssetId");

            migrationBuilder.AddForeignKey(
                name: "FK_PublishFiles_Posts_PostId",
                table: "PublishFiles",
                column: "PostId",
                principalTable: "Posts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_PublishFiles_Posts_PostId",
                table: "PublishFiles");

            migrationBuilder.DropPrimaryKey(
                name: "PK_PublishFiles",
                table: "PublishFiles");

            migrationBuilder.DropIndex(
                name: "IX_PublishFiles_AssetId",
                table: "PublishFiles");

            migrationBuilder.DropColumn(
                name: "FromServer",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "TokenId",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "PostId",
                table: "PublishFiles");

            migrationBuilder.DropColumn(
                name: "TokenId",
                table: "Imports");

            migrationBuilder.AddPrimaryKey(
                name: "PK_PublishFiles",
                table: "PublishFiles",
                columns: new[] { "AssetId", "Version" });
        }
    }
}
