ALTER TABLE "run" ADD COLUMN "active_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "follow" ADD COLUMN "problem" jsonb;--> statement-breakpoint
ALTER TABLE "follow" ADD COLUMN "problem_at" timestamp with time zone;--> statement-breakpoint
UPDATE "run" SET "active_since" = coalesce("started_at", "created_at") WHERE "status" = 'running';--> statement-breakpoint
CREATE FUNCTION note_run_active() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.active_since := now();
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER run_became_active BEFORE UPDATE OF status ON "run" FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.status = 'running')
  EXECUTE FUNCTION note_run_active();--> statement-breakpoint
-- The job is written with the announcement, so none goes unheard. One job a connection, not one for all: a key that all
-- ends of runs shared would make every transaction that ends a run wait for the one before. The queue's own tables are
-- made after the first migrations.
CREATE OR REPLACE FUNCTION announce_run_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox (workspace_id, run_id, flow_id, status) VALUES (NEW.workspace_id, NEW.id, NEW.flow_id, NEW.status);
  IF to_regclass('graphile_worker._private_jobs') IS NOT NULL THEN
    EXECUTE $job$ SELECT graphile_worker.add_job('handle-run-ends', job_key => 'run-ends:' || pg_backend_pid()) $job$;
  END IF;
  RETURN NULL;
END
$$;
