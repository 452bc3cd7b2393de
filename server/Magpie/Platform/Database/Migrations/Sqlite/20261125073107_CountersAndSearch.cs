using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Magpie.Platform.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountersAndSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                -- Searched for by any part of three characters or more.
                CREATE VIRTUAL TABLE "AssetNames" USING fts5("Name", content='', contentless_delete=1, tokenize='trigram case_sensitive 1');

                -- Searched for by one or two characters, which in Chinese or Japanese are whole words: each of them as a word of hexadecimal digits.
                CREATE VIRTUAL TABLE "AssetGrams" USING fts5("Grams", content='', contentless_delete=1, detail='none', tokenize='ascii');
                CREATE TABLE "SmallNumbers" ("N" INTEGER PRIMARY KEY);
                INSERT INTO "SmallNumbers" WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) SELECT i FROM n;

                CREATE TRIGGER "Assets_Named" AFTER INSERT ON "Assets" BEGIN
                    INSERT INTO "AssetNames" (rowid, "Name") VALUES (new."Position", new."SearchName");
                    INSERT INTO "AssetGrams" (rowid, "Grams")
                    SELECT new."Position", group_concat(hex(substr(new."SearchName", "N", 1)) || ' ' || hex(substr(new."SearchName", "N", 2)), ' ')
                    FROM "SmallNumbers" WHERE "N" <= length(new."SearchName");
                END;
                CREATE TRIGGER "Assets_Renamed" AFTER UPDATE OF "SearchName" ON "Assets" WHEN old."SearchName" <> new."SearchName" BEGIN
                    DELETE FROM "AssetNames" WHERE rowid = old."Position";
                    DELETE FROM "AssetGrams" WHERE rowid = old."Position";
                    INSERT INTO "AssetNames" (rowid, "Name") VALUES (new."Position", new."SearchName");
                    INSERT INTO "AssetGrams" (rowid, "Grams")
                    SELECT new."Position", group_concat(hex(substr(new."SearchName", "N", 1)) || ' ' || hex(substr(new."SearchName", "N", 2)), ' ')
                    FROM "SmallNumbers" WHERE "N" <= length(new."SearchName");
                END;
                CREATE TRIGGER "Assets_Unnamed" AFTER DELETE ON "Assets" BEGIN
                    DELETE FROM "AssetNames" WHERE rowid = old."Position";
                    DELETE FROM "AssetGrams" WHERE rowid = old."Position";
                END;

                CREATE TRIGGER "Assets_CountedIn" AFTER INSERT ON "Assets" BEGIN
                    INSERT INTO "AssetCounts" ("GroupId", "Month", "Kind", "Status", "Count")
                    SELECT new."GroupId", CAST(strftime('%Y%m', (new."Position" >> 21) / 1000, 'unixepoch') AS INTEGER), new."Kind", new."Status", 1 WHERE new."TrashedAt" IS NULL
                    ON CONFLICT ("GroupId", "Month", "Kind", "Status") DO UPDATE SET "Count" = "Count" + excluded."Count";
                END;
                CREATE TRIGGER "Assets_CountedAnew" AFTER UPDATE OF "GroupId", "Status", "TrashedAt" ON "Assets" BEGIN
                    INSERT INTO "AssetCounts" ("GroupId", "Month", "Kind", "Status", "Count")
                    SELECT old."GroupId", CAST(strftime('%Y%m', (old."Position" >> 21) / 1000, 'unixepoch') AS INTEGER), old."Kind", old."Status", -1 WHERE old."TrashedAt" IS NULL
                    ON CONFLICT ("GroupId", "Month", "Kind", "Status") DO UPDATE SET "Count" = "Count" + excluded."Count";
                    INSERT INTO "AssetCounts" ("GroupId", "Month", "Kind", "Status", "Count")
                    SELECT new."GroupId", CAST(strftime('%Y%m', (new."Position" >> 21) / 1000, 'unixepoch') AS INTEGER), new."Kind", new."Status", 1 WHERE new."TrashedAt" IS NULL
                    ON CONFLICT ("GroupId", "Month", "Kind", "Status") DO UPDATE SET "Count" = "Count" + excluded."Count";
                    UPDATE "Labels" SET "AssetCount" = "AssetCount" + (new."TrashedAt" IS NULL) - (old."TrashedAt" IS NULL)
                    WHERE (new."TrashedAt" IS NULL) <> (old."TrashedAt" IS NULL)
                        AND "Id" IN (SELECT "LabelId" FROM "AssetLabels" WHERE "Position" = new."Position");
                END;
                CREATE TRIGGER "Assets_CountedOut" AFTER DELETE ON "Assets" BEGIN
                    INSERT INTO "AssetCounts" ("GroupId", "Month", "Kind", "Status", "Count")
                    SELECT old."GroupId", CAST(strftime('%Y%m', (old."Position" >> 21) / 1000, 'unixepoch') AS INTEGER), old."Kind", old."Status", -1 WHERE old."TrashedAt" IS NULL
                    ON CONFLICT ("GroupId", "Month", "Kind", "Status") DO UPDATE SET "Count" = "Count" + excluded."Count";
                END;

                CREATE TRIGGER "AssetLabels_CountedIn" AFTER INSERT ON "AssetLabels" BEGIN
                    UPDATE "Labels" SET "AssetCount" = "AssetCount" + 1
                    WHERE "Id" = new."LabelId" AND EXISTS (SELECT 1 FROM "Assets" WHERE "Position" = new."Position" AND "TrashedAt" IS NULL);
                END;
                CREATE TRIGGER "AssetLabels_CountedOut" AFTER DELETE ON "AssetLabels" BEGIN
                    UPDATE "Labels" SET "AssetCount" = "AssetCount" - 1
                    WHERE "Id" = old."LabelId" AND EXISTS (SELECT 1 FROM "Assets" WHERE "Position" = old."Position" AND "TrashedAt" IS NULL);
                END;

                CREATE TRIGGER "PostAssets_CountedIn" AFTER INSERT ON "PostAssets" BEGIN
                    UPDATE "Assets" SET "PostCount" = (SELECT COUNT(DISTINCT "PostId") FROM "PostAssets" WHERE "Position" = new."Position") WHERE "Position" = new."Position";
                END;
                CREATE TRIGGER "PostAssets_CountedOut" AFTER DELETE ON "PostAssets" BEGIN
                    UPDATE "Assets" SET "PostCount" = (SELECT COUNT(DISTINCT "PostId") FROM "PostAssets" WHERE "Position" = old."Position") WHERE "Position" = old."Position";
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TRIGGER "Assets_Named";
                DROP TRIGGER "Assets_Renamed";
                DROP TRIGGER "Assets_Unnamed";
                DROP TRIGGER "Assets_CountedIn";
                DROP TRIGGER "Assets_CountedAnew";
                DROP TRIGGER "Assets_CountedOut";
                DROP TRIGGER "AssetLabels_CountedIn";
                DROP TRIGGER "AssetLabels_CountedOut";
                DROP TRIGGER "PostAssets_CountedIn";
                DROP TRIGGER "PostAssets_CountedOut";
                DROP TABLE "AssetNames";
                DROP TABLE "AssetGrams";
                DROP TABLE "SmallNumbers";
                """);
        }
    }
}
