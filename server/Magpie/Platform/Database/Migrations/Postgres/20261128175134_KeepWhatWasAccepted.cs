using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeepWhatWasAccepted : Migration
    {
        // Assets are no longer processed by jobs of the scheduler; it would stumble over those that it still keeps.
        private const string ForgetProcessingJobs =
            """
            DO $$ BEGIN
                IF to_regclass('qrtz_job_details') IS NOT NULL THEN
                    DELETE FROM qrtz_simple_triggers WHERE trigger_name IN (SELECT trigger_name FROM qrtz_triggers WHERE job_name IN ('process-asset', 'processing-watchdog'));
                    DELETE FROM qrtz_triggers WHERE job_name IN ('process-asset', 'processing-watchdog');
                    DELETE FROM qrtz_fired_triggers WHERE job_name IN ('process-asset', 'processing-watchdog');
                    DELETE FROM qrtz_job_details WHERE job_name IN ('process-asset', 'processing-watchdog');
                END IF;
            END $$
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ForgetProcessingJobs);

            // What was refused after all left nothing but its sentence; now nothing is.
            migrationBuilder.Sql("DELETE FROM \"Uploads\" WHERE \"State\" = 'Refused'");

            migrationBuilder.DropColumn(
                name: "RefusalCode",
                table: "Uploads");

            migrationBuilder.DropColumn(
                name: "RefusalMessage",
                table: "Uploads");

            migrationBuilder.AddColumn<int>(
                name: "Interruptions",
                table: "Assets",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Interruptions",
                table: "Assets");

            migrationBuilder.AddColumn<string>(
                name: "RefusalCode",
                table: "Uploads",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefusalMessage",
                table: "Uploads",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);
        }
    }
}
