using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountLabelsByMonth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LabelCounts",
                columns: table => new
                {
                    LabelId = table.Column<long>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LabelCounts", x => new { x.LabelId, x.Month, x.Kind });
                    table.ForeignKey(
                        name: "FK_LabelCounts_Labels_LabelId",
                        column: x => x.LabelId,
                        principalTable: "Labels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(
                """
                INSERT INTO "LabelCounts" ("LabelId", "Month", "Kind", "Count")
                SELECT l."LabelId", CAST(strftime('%Y%m', (a."Position" >> 21) / 1000, 'unixepoch') AS INTEGER) AS "CameIn", a."Kind", COUNT(*)
                FROM "AssetLabels" AS l JOIN "Assets" AS a ON a."Position" = l."Position" WHERE a."TrashedAt" IS NULL
                GROUP BY l."LabelId", "CameIn", a."Kind";

                CREATE TRIGGER "AssetLabels_MonthCountedIn" AFTER INSERT ON "AssetLabels" BEGIN
                    INSERT INTO "LabelCounts" ("LabelId", "Month", "Kind", "Count")
                    SELECT new."LabelId", CAST(strftime('%Y%m', ("Position" >> 21) / 1000, 'unixepoch') AS INTEGER), "Kind", 1
                    FROM "Assets" WHERE "Position" = new."Position" AND "TrashedAt" IS NULL
                    ON CONFLICT ("LabelId", "Month", "Kind") DO UPDATE SET "Count" = "Count" + excluded."Count";
                END;
                CREATE TRIGGER "AssetLabels_MonthCountedOut" AFTER DELETE ON "AssetLabels" BEGIN
                    INSERT INTO "LabelCounts" ("LabelId", "Month", "Kind", "Count")
                    SELECT old."LabelId", CAST(strftime('%Y%m', ("Position" >> 21) / 1000, 'unixepoch') AS INTEGER), "Kind", -1
                    FROM "Assets" WHERE "Position" = old."Position" AND "TrashedAt" IS NULL
                    ON CONFLICT ("LabelId", "Month", "Kind") DO UPDATE SET "Count" = "Count" + excluded."Count";
                END;
                CREATE TRIGGER "Assets_LabelsCountedAnew" AFTER UPDATE OF "TrashedAt" ON "Assets" WHEN (new."TrashedAt" IS NULL) <> (old."TrashedAt" IS NULL) BEGIN
                    INSERT INTO "LabelCounts" ("LabelId", "Month", "Kind", "Count")
                    SELECT "LabelId", CAST(strftime('%Y%m', (new."Position" >> 21) / 1000, 'unixepoch') AS INTEGER), new."Kind", CASE WHEN new."TrashedAt" IS NULL THEN 1 ELSE -1 END
                    FROM "AssetLabels" WHERE "Position" = new."Position"
                    ON CONFLICT ("LabelId", "Month", "Kind") DO UPDATE SET "Count" = "Count" + excluded."Count";
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER "AssetLabels_MonthCountedIn";
                DROP TRIGGER "AssetLabels_MonthCountedOut";
                DROP TRIGGER "Assets_LabelsCountedAnew";
                """);

            migrationBuilder.DropTable(
                name: "LabelCounts");
        }
    }
}
