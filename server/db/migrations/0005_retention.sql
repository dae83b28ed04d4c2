-- What data that is thrown away may be, said where nothing gets round it: the pruning code asks these functions, and
-- proof refuses to be deleted by whomever.
--
-- Who still needs the source documents of a day: runs that are not over (a failed one can be resumed), with those that
-- they repeat, and held documents that can be tried again.
CREATE FUNCTION payload_keepers(day date) RETURNS TABLE (run_id uuid, held bigint) LANGUAGE sql STABLE AS $$
  SELECT r.id, 0::bigint FROM run r
  WHERE r.status IN ('queued', 'running', 'in-review', 'failed') AND EXISTS (
    SELECT FROM document d WHERE d.run_id IN (r.id, r.parent_id) AND d.kind <> 'journal-entry'
      AND d.id >= id_floor(day::timestamp AT TIME ZONE 'UTC') AND d.id < id_floor((day + 1)::timestamp AT TIME ZONE 'UTC'))
  UNION ALL
  SELECT h.run_id, count(*) FROM hold h
  WHERE h.dismissed_at IS NULL
    AND h.document_id >= id_floor(day::timestamp AT TIME ZONE 'UTC') AND h.document_id < id_floor((day + 1)::timestamp AT TIME ZONE 'UTC')
  GROUP BY h.run_id
$$;
--> statement-breakpoint
-- Drops one past day of source documents or log lines, and nothing else. Gives the bytes back, null when there is no such day.
-- Its lock waits a quarter of a second at most: a run that is writing goes first, and the caller asks again later.
CREATE FUNCTION drop_day_partition(parent text, day date) RETURNS bigint LANGUAGE plpgsql SET lock_timeout = '250ms' AS $$
DECLARE
  name text := parent || '_' || to_char(day, 'YYYYMMDD');
  bytes bigint;
BEGIN
  IF parent IS NULL OR parent NOT IN ('payload', 'step_log') THEN
    RAISE EXCEPTION 'only days of payload and step_log are ever dropped, not %', parent;
  END IF;
  IF day IS NULL OR day >= (now() AT TIME ZONE 'UTC')::date THEN
    RAISE EXCEPTION 'a day that is not over is not dropped';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_inherits WHERE inhparent = to_regclass(parent) AND inhrelid = to_regclass(name)) THEN
    RETURN NULL;
  END IF;
  IF parent = 'payload' AND EXISTS (SELECT FROM payload_keepers(day)) THEN
    RAISE EXCEPTION 'the source documents of % are still needed', day;
  END IF;
  bytes := pg_total_relation_size(to_regclass(name));
  EXECUTE format('DROP TABLE %I', name);
  RETURN bytes;
END
$$;
--> statement-breakpoint
-- Gives a past day whose rows ended up in the remainder a partition of its own. Returns how many rows it has.
CREATE FUNCTION move_rest_day(parent text, day date) RETURNS bigint LANGUAGE plpgsql SET lock_timeout = '250ms' AS $$
DECLARE
  name text := parent || '_' || to_char(day, 'YYYYMMDD');
  key text := CASE parent WHEN 'payload' THEN 'document_id' ELSE 'id' END;
  low uuid := id_floor(day::timestamp AT TIME ZONE 'UTC');
  high uuid := id_floor((day + 1)::timestamp AT TIME ZONE 'UTC');
  moved bigint;
BEGIN
  IF parent IS NULL OR parent NOT IN ('payload', 'step_log') THEN
    RAISE EXCEPTION 'only payload and step_log are kept by day, not %', parent;
  END IF;
  IF day IS NULL OR day >= (now() AT TIME ZONE 'UTC')::date THEN
    RAISE EXCEPTION 'a day that is not over stays where it is';
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', name, parent);
  EXECUTE format('WITH gone AS (DELETE FROM %I WHERE %I >= $1 AND %I < $2 RETURNING *) INSERT INTO %I SELECT * FROM gone',
    parent || '_rest', key, key, name) USING low, high;
  GET DIAGNOSTICS moved = ROW_COUNT;
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, name, low, high);
  RETURN moved;
END
$$;
--> statement-breakpoint
-- Proof of what was booked: real runs with their documents, outcomes, files and deliveries. "pruning" guards against the
-- pruning code alone, which announces itself; the engine may take back a claim that it made itself.
CREATE FUNCTION keep_proof() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_run uuid;
BEGIN
  IF TG_ARGV[0] = 'pruning' AND coalesce(current_setting('passerelle.pruning', true), '') <> 'on' THEN
    RETURN OLD;
  END IF;
  IF TG_TABLE_NAME = 'run' THEN
    of_run := OLD.id;
  ELSIF TG_TABLE_NAME = 'file_chunk' THEN
    SELECT run_id INTO of_run FROM file WHERE id = OLD.file_id;
  ELSE
    of_run := OLD.run_id;
  END IF;
  IF TG_TABLE_NAME = 'posting' OR EXISTS (SELECT FROM run WHERE id = of_run AND mode = 'live') THEN
    RAISE EXCEPTION '% rows of a real run are proof and are never deleted', TG_TABLE_NAME;
  END IF;
  RETURN OLD;
END
$$;
--> statement-breakpoint
CREATE TRIGGER run_is_kept BEFORE DELETE ON "run" FOR EACH ROW EXECUTE FUNCTION keep_proof('always');--> statement-breakpoint
CREATE TRIGGER document_is_kept BEFORE DELETE ON "document" FOR EACH ROW EXECUTE FUNCTION keep_proof('always');--> statement-breakpoint
CREATE TRIGGER outcome_is_kept BEFORE DELETE ON "outcome" FOR EACH ROW EXECUTE FUNCTION keep_proof('pruning');--> statement-breakpoint
CREATE TRIGGER file_is_kept BEFORE DELETE ON "file" FOR EACH ROW EXECUTE FUNCTION keep_proof('pruning');--> statement-breakpoint
CREATE TRIGGER file_chunk_is_kept BEFORE DELETE ON "file_chunk" FOR EACH ROW EXECUTE FUNCTION keep_proof('pruning');--> statement-breakpoint
CREATE TRIGGER delivery_is_kept BEFORE DELETE ON "delivery" FOR EACH ROW EXECUTE FUNCTION keep_proof('pruning');--> statement-breakpoint
CREATE TRIGGER posting_claim_is_kept BEFORE DELETE ON "posting" FOR EACH ROW EXECUTE FUNCTION keep_proof('pruning');--> statement-breakpoint
CREATE TRIGGER audit_log_is_kept BEFORE DELETE ON "audit_log" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
DO $$
DECLARE
  proof text;
BEGIN
  FOREACH proof IN ARRAY ARRAY['posting', 'posting_reset', 'delivery', 'run', 'document', 'outcome', 'file', 'file_chunk', 'flow_version', 'audit_log'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', proof || '_is_not_emptied', proof);
  END LOOP;
END
$$;
