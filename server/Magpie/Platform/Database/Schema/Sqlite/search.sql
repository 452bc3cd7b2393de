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
