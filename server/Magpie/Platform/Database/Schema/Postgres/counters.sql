CREATE FUNCTION magpie_month(place bigint) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT (extract(year FROM moment) * 100 + extract(month FROM moment))::integer FROM (SELECT to_timestamp((place >> 21) / 1000) AT TIME ZONE 'UTC') AS one(moment) $$;

-- A statement at a time: a hundred thousand single steps of one counter would leave as many dead rows behind.
-- Counters are taken in one order everywhere, so that two statements never wait for each other in a circle.
CREATE FUNCTION magpie_assets_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "AssetCounts" ("GroupId", "Month", "Kind", "Status", "Count")
    SELECT "GroupId", "Month", "Kind", "Status", SUM("Count") FROM (
        SELECT "GroupId", magpie_month("Position") AS "Month", "Kind", "Status", 1 AS "Count" FROM new_rows WHERE "TrashedAt" IS NULL
    ) AS changes
    GROUP BY "GroupId", "Month", "Kind", "Status" HAVING SUM("Count") <> 0
    ORDER BY "GroupId", "Month", "Kind", "Status"
    ON CONFLICT ("GroupId", "Month", "Kind", "Status") DO UPDATE SET "Count" = "AssetCounts"."Count" + excluded."Count";
    RETURN NULL;
END $$;

CREATE FUNCTION magpie_assets_anew() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "AssetCounts" ("GroupId", "Month", "Kind", "Status", "Count")
    SELECT "GroupId", "Month", "Kind", "Status", SUM("Count") FROM (
        SELECT "GroupId", magpie_month("Position") AS "Month", "Kind", "Status", 1 AS "Count" FROM new_rows WHERE "TrashedAt" IS NULL
        UNION ALL SELECT "GroupId", magpie_month("Position") AS "Month", "Kind", "Status", -1 AS "Count" FROM old_rows WHERE "TrashedAt" IS NULL
    ) AS changes
    GROUP BY "GroupId", "Month", "Kind", "Status" HAVING SUM("Count") <> 0
    ORDER BY "GroupId", "Month", "Kind", "Status"
    ON CONFLICT ("GroupId", "Month", "Kind", "Status") DO UPDATE SET "Count" = "AssetCounts"."Count" + excluded."Count";
    PERFORM 1 FROM "Labels" WHERE "Id" IN (SELECT "LabelId" FROM (SELECT carried."LabelId", CASE WHEN new_rows."TrashedAt" IS NULL THEN 1 ELSE -1 END AS "Count"
        FROM new_rows JOIN old_rows ON old_rows."Position" = new_rows."Position" JOIN "AssetLabels" AS carried ON carried."Position" = new_rows."Position"
        WHERE (new_rows."TrashedAt" IS NULL) <> (old_rows."TrashedAt" IS NULL)) AS changes) ORDER BY "Id" FOR UPDATE;
    UPDATE "Labels" SET "AssetCount" = "AssetCount" + changes."Count"
    FROM (SELECT "LabelId", SUM("Count") AS "Count" FROM (SELECT carried."LabelId", CASE WHEN new_rows."TrashedAt" IS NULL THEN 1 ELSE -1 END AS "Count"
        FROM new_rows JOIN old_rows ON old_rows."Position" = new_rows."Position" JOIN "AssetLabels" AS carried ON carried."Position" = new_rows."Position"
        WHERE (new_rows."TrashedAt" IS NULL) <> (old_rows."TrashedAt" IS NULL)) AS one GROUP BY "LabelId") AS changes
    WHERE "Labels"."Id" = changes."LabelId" AND changes."Count" <> 0;
    RETURN NULL;
END $$;

CREATE FUNCTION magpie_assets_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "AssetCounts" ("GroupId", "Month", "Kind", "Status", "Count")
    SELECT "GroupId", "Month", "Kind", "Status", SUM("Count") FROM (
        SELECT "GroupId", magpie_month("Position") AS "Month", "Kind", "Status", -1 AS "Count" FROM old_rows WHERE "TrashedAt" IS NULL
    ) AS changes
    GROUP BY "GroupId", "Month", "Kind", "Status" HAVING SUM("Count") <> 0
    ORDER BY "GroupId", "Month", "Kind", "Status"
    ON CONFLICT ("GroupId", "Month", "Kind", "Status") DO UPDATE SET "Count" = "AssetCounts"."Count" + excluded."Count";
    RETURN NULL;
END $$;

CREATE FUNCTION magpie_labels_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM "Labels" WHERE "Id" IN (SELECT "LabelId" FROM (SELECT changed."LabelId", 1 AS "Count" FROM new_rows AS changed JOIN "Assets" ON "Assets"."Position" = changed."Position" WHERE "Assets"."TrashedAt" IS NULL) AS changes) ORDER BY "Id" FOR UPDATE;
    UPDATE "Labels" SET "AssetCount" = "AssetCount" + changes."Count"
    FROM (SELECT "LabelId", SUM("Count") AS "Count" FROM (SELECT changed."LabelId", 1 AS "Count" FROM new_rows AS changed JOIN "Assets" ON "Assets"."Position" = changed."Position" WHERE "Assets"."TrashedAt" IS NULL) AS one GROUP BY "LabelId") AS changes
    WHERE "Labels"."Id" = changes."LabelId" AND changes."Count" <> 0;
    RETURN NULL;
END $$;

CREATE FUNCTION magpie_labels_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM "Labels" WHERE "Id" IN (SELECT "LabelId" FROM (SELECT changed."LabelId", -1 AS "Count" FROM old_rows AS changed JOIN "Assets" ON "Assets"."Position" = changed."Position" WHERE "Assets"."TrashedAt" IS NULL) AS changes) ORDER BY "Id" FOR UPDATE;
    UPDATE "Labels" SET "AssetCount" = "AssetCount" + changes."Count"
    FROM (SELECT "LabelId", SUM("Count") AS "Count" FROM (SELECT changed."LabelId", -1 AS "Count" FROM old_rows AS changed JOIN "Assets" ON "Assets"."Position" = changed."Position" WHERE "Assets"."TrashedAt" IS NULL) AS one GROUP BY "LabelId") AS changes
    WHERE "Labels"."Id" = changes."LabelId" AND changes."Count" <> 0;
    RETURN NULL;
END $$;

CREATE TRIGGER "Assets_CountedIn" AFTER INSERT ON "Assets" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION magpie_assets_in();
CREATE TRIGGER "Assets_CountedAnew" AFTER UPDATE ON "Assets" REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION magpie_assets_anew();
CREATE TRIGGER "Assets_CountedOut" AFTER DELETE ON "Assets" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION magpie_assets_out();
CREATE TRIGGER "AssetLabels_CountedIn" AFTER INSERT ON "AssetLabels" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION magpie_labels_in();
CREATE TRIGGER "AssetLabels_CountedOut" AFTER DELETE ON "AssetLabels" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION magpie_labels_out();

CREATE FUNCTION magpie_count_posts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE place bigint := COALESCE(NEW."Position", OLD."Position");
BEGIN
    UPDATE "Assets" SET "PostCount" = (SELECT COUNT(DISTINCT "PostId") FROM "PostAssets" WHERE "Position" = place) WHERE "Position" = place;
    RETURN NULL;
END $$;
CREATE TRIGGER "PostAssets_Counted" AFTER INSERT OR DELETE ON "PostAssets" FOR EACH ROW EXECUTE FUNCTION magpie_count_posts();

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
