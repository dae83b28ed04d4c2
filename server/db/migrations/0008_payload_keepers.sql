-- "day" alone meant the column of document and hold that is called so, and nothing was ever found to be needed.
CREATE OR REPLACE FUNCTION payload_keepers(day date) RETURNS TABLE (run_id uuid, held bigint) LANGUAGE sql STABLE AS $$
  WITH span AS (
    SELECT id_floor($1::timestamp AT TIME ZONE 'UTC') AS low, id_floor(($1 + 1)::timestamp AT TIME ZONE 'UTC') AS high)
  SELECT r.id, 0::bigint FROM run r, span
  WHERE r.status IN ('queued', 'running', 'in-review', 'failed') AND EXISTS (
    SELECT FROM document d
    WHERE d.run_id IN (r.id, r.parent_id) AND d.kind <> 'journal-entry' AND d.id >= span.low AND d.id < span.high)
  UNION ALL
  SELECT h.run_id, count(*) FROM hold h, span
  WHERE h.dismissed_at IS NULL AND h.document_id >= span.low AND h.document_id < span.high
  GROUP BY h.run_id
$$;
