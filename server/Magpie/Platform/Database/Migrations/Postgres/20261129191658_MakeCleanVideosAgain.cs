using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MakeCleanVideosAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Made while cameras' notes between the pictures of a video went along; each is made again when it is asked for.
            migrationBuilder.Sql("DELETE FROM \"Renditions\" WHERE \"Kind\" = 'Clean'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
