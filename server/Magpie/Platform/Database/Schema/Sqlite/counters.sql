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
