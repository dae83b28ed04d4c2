-- A job that this connection has left in the queue, and that nobody has taken up yet, will do for this end too. It is held
-- until the commit: whoever takes jobs passes over a held one, so it cannot be done before this end can be seen. Adding
-- a job costs several times what ending the run does.
CREATE OR REPLACE FUNCTION announce_run_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own text := 'run-ends:' || pg_backend_pid();
  held integer;
BEGIN
  INSERT INTO outbox (workspace_id, run_id, flow_id, status) VALUES (NEW.workspace_id, NEW.id, NEW.flow_id, NEW.status);
  IF to_regclass('graphile_worker._private_jobs') IS NOT NULL THEN
    EXECUTE 'SELECT 1 FROM graphile_worker._private_jobs WHERE key = $1 AND locked_at IS NULL AND attempts = 0
      FOR UPDATE SKIP LOCKED' INTO held USING own;
    IF held IS NULL THEN
      EXECUTE 'SELECT 1 FROM graphile_worker.add_job(''handle-run-ends'', job_key => $1)' USING own;
    END IF;
  END IF;
  RETURN NULL;
END
$$;
