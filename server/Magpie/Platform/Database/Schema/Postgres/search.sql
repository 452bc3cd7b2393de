CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Assets_Names" ON "Assets" USING gin ("SearchName" gin_trgm_ops);

-- What trigrams do not find: one or two characters, and signs that are no letters.
CREATE FUNCTION magpie_grams(name text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT array_agg(DISTINCT gram) FROM generate_series(1, length(name)) AS n, LATERAL (VALUES (substr(name, n, 1)), (substr(name, n, 2))) AS grams(gram) $$;
CREATE INDEX "Assets_Grams" ON "Assets" USING gin (magpie_grams("SearchName"));
