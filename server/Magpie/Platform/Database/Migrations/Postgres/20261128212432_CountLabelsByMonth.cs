using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Postgres
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
                    LabelId = table.Column<long>(type: "bigint", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
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
                SELECT l."LabelId", magpie_month(a."Position"), a."Kind", COUNT(*)
                FROM "AssetLabels" AS l JOIN "Assets" AS a ON a."Position" = l."Position" WHERE a."TrashedAt" IS NULL
                GROUP BY 1, 2, 3;

                -- Named so that they fire after those that hold the rows of the labels: so two statements never wait for each other in a circle.
                CREATE FUNCTION magpie_label_months_in() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO "LabelCounts" ("LabelId", "Month", "Kind", "Count")
                    SELECT "LabelId", "Month", "Kind", SUM("Change") FROM (
                        SELECT changed."LabelId", magpie_month(a."Position") AS "Month", a."Kind", 1 AS "Change"
                        FROM new_rows AS changed JOIN "Assets" AS a ON a."Position" = changed."Position" WHERE a."TrashedAt" IS NULL
                    ) AS changes
                    GROUP BY "LabelId", "Month", "Kind" HAVING SUM("Change") <> 0
                    ORDER BY "LabelId", "Month", "Kind"
                    ON CONFLICT ("LabelId", "Month", "Kind") DO UPDATE SET "Count" = "LabelCounts"."Count" + excluded."Count";
                    RETURN NULL;
                END $$;
                CREATE FUNCTION magpie_label_months_out() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO "LabelCounts" ("LabelId", "Month", "Kind", "Count")
                    SELECT "LabelId", "Month", "Kind", SUM("Change") FROM (
                        SELECT changed."LabelId", magpie_month(a."Position") AS "Month", a."Kind", -1 AS "Change"
                        FROM old_rows AS changed JOIN "Assets" AS a ON a."Position" = changed."Position" WHERE a."TrashedAt" IS NULL
                    ) AS changes
                    GROUP BY "LabelId", "Month", "Kind" HAVING SUM("Change") <> 0
                    ORDER BY "LabelId", "Month", "Kind"
                    ON CONFLICT ("LabelId", "Month", "Kind") DO UPDATE SET "Count" = "LabelCounts"."Count" + excluded."Count";
                    RETURN NULL;
                END $$;
                CREATE FUNCTION magpie_label_months_anew() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO "LabelCounts" ("LabelId", "Month", "Kind", "Count")
                    SELECT "LabelId", "Month", "Kind", SUM("Change") FROM (
                        SELECT carried."LabelId", magpie_month(new_rows."Position") AS "Month", new_rows."Kind", CASE WHEN new_rows."TrashedAt" IS NULL THEN 1 ELSE -1 END AS "Change"
                        FROM new_rows JOIN old_rows ON old_rows."Position" = new_rows."Position" JOIN "AssetLabels" AS carried ON carried."Position" = new_rows."Position"
                        WHERE (new_rows."TrashedAt" IS NULL) <> (old_rows."TrashedAt" IS NULL)
                    ) AS changes
                    GROUP BY "LabelId", "Month", "Kind" HAVING SUM("Change") <> 0
                    ORDER BY "LabelId", "Month", "Kind"
                    ON CONFLICT ("LabelId", "Month", "Kind") DO UPDATE SET "Count" = "LabelCounts"."Count" + excluded."Count";
                    RETURN NULL;
                END $$;
                CREATE TRIGGER "AssetLabels_MonthCountedIn" AFTER INSERT ON "AssetLabels" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION magpie_label_months_in();
                CREATE TRIGGER "AssetLabels_MonthCountedOut" AFTER DELETE ON "AssetLabels" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION magpie_label_months_out();
                CREATE TRIGGER "Assets_LabelsCountedAnew" AFTER UPDATE ON "Assets" REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION magpie_label_months_anew();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION magpie_label_months_in, magpie_label_months_out, magpie_label_months_anew CASCADE;");

            migrationBuilder.DropTable(
                name: "LabelCounts");
        }
    }
}
