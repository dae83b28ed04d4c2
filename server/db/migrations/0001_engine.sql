CREATE TABLE "hold" (
	"flow_id" uuid NOT NULL,
	"document_key" text NOT NULL,
	"workspace_id" text NOT NULL,
	"run_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"document_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"code" text NOT NULL,
	"cause" text NOT NULL,
	"message" jsonb NOT NULL,
	"label" text NOT NULL,
	"number" text,
	"day" date,
	"total" numeric(22, 6),
	"currency" text,
	"party" text,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hold_flow_id_document_key_pk" PRIMARY KEY("flow_id","document_key")
);
--> statement-breakpoint
CREATE TABLE "posting_reset" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"reset_by" text NOT NULL,
	"reason" text NOT NULL,
	"scope" jsonb NOT NULL,
	"count" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payload" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL
) PARTITION BY RANGE ("document_id");
--> statement-breakpoint
CREATE TABLE "setting" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_by" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "size_sample" (
	"day" date PRIMARY KEY NOT NULL,
	"bytes" bigint NOT NULL,
	"by_class" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"role" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "follow" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"flow_id" uuid NOT NULL,
	"after_flow_id" uuid,
	"statuses" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hook" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"flow_id" uuid NOT NULL,
	"node_id" text NOT NULL,
	"connection_id" uuid,
	"sealed_secret" text NOT NULL,
	"remote" jsonb,
	"status" text NOT NULL,
	"problem" jsonb,
	"checked_at" timestamp with time zone,
	"last_event_at" timestamp with time zone,
	"swept_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hook_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hook_id" uuid NOT NULL,
	"delivery_id" text NOT NULL,
	"topic" text NOT NULL,
	"keys" text[] NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"run_id" uuid NOT NULL,
	"flow_id" uuid NOT NULL,
	"status" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "run_key" (
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"node_id" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "run_key_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "schedule_slot" (
	"schedule_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"reason" jsonb,
	"run_id" uuid,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedule_slot_schedule_id_at_pk" PRIMARY KEY("schedule_id","at")
);
--> statement-breakpoint
CREATE TABLE "connection_health" (
	"connection_id" uuid PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'closed' NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"openings" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"problem" jsonb,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lease" (
	"resource" text NOT NULL,
	"slot" integer NOT NULL,
	"worker_id" uuid NOT NULL,
	"run_id" uuid,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lease_resource_slot_pk" PRIMARY KEY("resource","slot")
);
--> statement-breakpoint
CREATE TABLE "rate_bucket" (
	"connection_id" uuid PRIMARY KEY NOT NULL,
	"tokens" double precision NOT NULL,
	"refilled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"paused_until" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "document_by_kind";--> statement-breakpoint
DROP INDEX "document_by_root";--> statement-breakpoint
DROP INDEX "posting_once";--> statement-breakpoint
DROP INDEX "posting_by_file";--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "connection_id" uuid;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "party" text;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "source_hash" text;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "corrects_id" uuid;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "is_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "ask_after" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "decided_by" text;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "reset_id" uuid;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "trigger_key" text;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "is_limited" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "include_posted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "flow" ADD COLUMN "is_on" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "flow" ADD COLUMN "concurrency" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "flow" ADD COLUMN "max_minutes" integer DEFAULT 1440 NOT NULL;--> statement-breakpoint
ALTER TABLE "schedule" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "schedule" ADD COLUMN "recurrence" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "schedule" ADD COLUMN "starts_on" date NOT NULL;--> statement-breakpoint
ALTER TABLE "schedule" ADD COLUMN "overlap" text DEFAULT 'skip' NOT NULL;--> statement-breakpoint
ALTER TABLE "schedule" ADD COLUMN "catch_up" text DEFAULT 'last' NOT NULL;--> statement-breakpoint
ALTER TABLE "schedule" ADD COLUMN "period" jsonb;--> statement-breakpoint
ALTER TABLE "schedule" ADD COLUMN "next_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "schedule" ADD COLUMN "created_by" text;--> statement-breakpoint
ALTER TABLE "schedule" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_flow_id_flow_id_fk" FOREIGN KEY ("flow_id") REFERENCES "public"."flow"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_reset" ADD CONSTRAINT "posting_reset_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow" ADD CONSTRAINT "follow_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow" ADD CONSTRAINT "follow_flow_id_flow_id_fk" FOREIGN KEY ("flow_id") REFERENCES "public"."flow"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow" ADD CONSTRAINT "follow_after_flow_id_flow_id_fk" FOREIGN KEY ("after_flow_id") REFERENCES "public"."flow"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook" ADD CONSTRAINT "hook_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook" ADD CONSTRAINT "hook_flow_id_flow_id_fk" FOREIGN KEY ("flow_id") REFERENCES "public"."flow"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook" ADD CONSTRAINT "hook_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hook_event" ADD CONSTRAINT "hook_event_hook_id_hook_id_fk" FOREIGN KEY ("hook_id") REFERENCES "public"."hook"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_key" ADD CONSTRAINT "run_key_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_slot" ADD CONSTRAINT "schedule_slot_schedule_id_schedule_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."schedule"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_slot" ADD CONSTRAINT "schedule_slot_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_health" ADD CONSTRAINT "connection_health_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lease" ADD CONSTRAINT "lease_worker_id_worker_process_id_fk" FOREIGN KEY ("worker_id") REFERENCES "public"."worker_process"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_bucket" ADD CONSTRAINT "rate_bucket_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hold_by_cause" ON "hold" USING btree ("workspace_id","cause");--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_hash" ON "api_key" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "follow_by_after" ON "follow" USING btree ("workspace_id","after_flow_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hook_of_node" ON "hook" USING btree ("flow_id","node_id");--> statement-breakpoint
CREATE UNIQUE INDEX "hook_event_once" ON "hook_event" USING btree ("hook_id","delivery_id");--> statement-breakpoint
CREATE INDEX "hook_event_waiting" ON "hook_event" USING btree ("hook_id","id") WHERE run_id is null;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("id") WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX "schedule_slot_waiting" ON "schedule_slot" USING btree ("schedule_id") WHERE status = 'waiting';--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_corrects_id_posting_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."posting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_reset_id_posting_reset_id_fk" FOREIGN KEY ("reset_id") REFERENCES "public"."posting_reset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_in_order" ON "document" USING btree ("run_id","sort_key","seq") WHERE kind = 'journal-entry';--> statement-breakpoint
CREATE INDEX "document_by_number" ON "document" USING btree ("number" text_pattern_ops) WHERE root_id = id;--> statement-breakpoint
CREATE INDEX "posting_undecided" ON "posting" USING btree ("workspace_id","id") WHERE status = 'uncertain';--> statement-breakpoint
CREATE UNIQUE INDEX "run_once" ON "run" USING btree ("flow_id","trigger_key") WHERE trigger_key is not null;--> statement-breakpoint
CREATE INDEX "run_unfinished" ON "run" USING btree ("flow_id","id") WHERE status in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "schedule_due" ON "schedule" USING btree ("next_at") WHERE not paused;--> statement-breakpoint
CREATE INDEX "document_by_root" ON "document" USING btree ("root_id") WHERE root_id <> id;--> statement-breakpoint
CREATE UNIQUE INDEX "posting_once" ON "posting" USING btree ("workspace_id","target","source_system","source_document","kind","revision") WHERE reset_id is null;--> statement-breakpoint
CREATE INDEX "posting_by_file" ON "posting" USING btree ("file_id") WHERE file_id is not null;--> statement-breakpoint
ALTER TABLE "schedule" DROP COLUMN "starts_at";--> statement-breakpoint
-- From here on by hand: what the schema's language has no words for.
--
-- The least id of an instant: ids begin with 48 bits of milliseconds (RFC 9562 version 7), so a range of ids is a range of time.
CREATE FUNCTION id_floor(at timestamptz) RETURNS uuid LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;
--> statement-breakpoint
ALTER TABLE "step_log" RENAME TO "step_log_before";--> statement-breakpoint
ALTER TABLE "step_log_before" DROP CONSTRAINT "step_log_run_id_run_id_fk";--> statement-breakpoint
ALTER TABLE "step_log_before" RENAME CONSTRAINT "step_log_pkey" TO "step_log_before_pkey";--> statement-breakpoint
DROP INDEX "step_log_by_run";--> statement-breakpoint
DROP INDEX "step_log_by_document";--> statement-breakpoint
CREATE TABLE "step_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"node_id" text,
	"at" timestamp with time zone NOT NULL,
	"level" text NOT NULL,
	"document_id" uuid,
	"message" jsonb NOT NULL,
	"excerpt" text
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE TABLE "step_log_rest" PARTITION OF "step_log" DEFAULT;--> statement-breakpoint
CREATE TABLE "payload_rest" PARTITION OF "payload" DEFAULT;--> statement-breakpoint
CREATE INDEX "step_log_by_run" ON "step_log" USING btree ("run_id","id");--> statement-breakpoint
CREATE INDEX "step_log_by_document" ON "step_log" USING btree ("document_id") WHERE document_id is not null;--> statement-breakpoint
INSERT INTO "step_log" SELECT
  (left(id_floor(at)::text, 14) || '7' || right(to_char(mod(id, 1000), 'FM000'), 3) || '-8' || substr(md5(id::text), 1, 3) || '-' || lpad(to_hex(id), 12, '0'))::uuid,
  run_id, node_id, at, level, document_id, message, excerpt FROM "step_log_before";
--> statement-breakpoint
DROP TABLE "step_log_before";--> statement-breakpoint
INSERT INTO "payload" SELECT id, body FROM "document" WHERE kind <> 'journal-entry' AND body IS NOT NULL;--> statement-breakpoint
UPDATE "document" SET body = NULL WHERE kind <> 'journal-entry';--> statement-breakpoint
-- A partition a day of a table that is partitioned by id; does nothing where one is there or the remainder has taken its rows.
CREATE FUNCTION add_day_partition(parent text, day date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  name text := parent || '_' || to_char(day, 'YYYYMMDD');
  low uuid := id_floor(day::timestamp AT TIME ZONE 'UTC');
  high uuid := id_floor((day + 1)::timestamp AT TIME ZONE 'UTC');
  taken boolean;
BEGIN
  IF to_regclass(name) IS NOT NULL THEN RETURN false; END IF;
  EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE %I >= $1 AND %I < $2)', parent || '_rest',
    CASE parent WHEN 'payload' THEN 'document_id' ELSE 'id' END, CASE parent WHEN 'payload' THEN 'document_id' ELSE 'id' END)
    INTO taken USING low, high;
  IF taken THEN RETURN false; END IF;
  EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', name, parent, low, high);
  RETURN true;
END
$$;
--> statement-breakpoint
SELECT add_day_partition(parent, (now() AT TIME ZONE 'UTC')::date + ahead)
  FROM unnest(ARRAY['payload', 'step_log']) AS parent, generate_series(0, 7) AS ahead;
--> statement-breakpoint
-- What is posted is a fact. The one thing that may change is that a person declares it void, which is recorded.
CREATE FUNCTION keep_posted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'posted' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.reset_id IS NULL AND NEW.reset_id IS NOT NULL THEN
    OLD.reset_id := NEW.reset_id;
    IF OLD IS NOT DISTINCT FROM NEW THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'a posting that is posted is never changed';
END
$$;
--> statement-breakpoint
CREATE TRIGGER posting_is_kept BEFORE UPDATE OR DELETE ON "posting" FOR EACH ROW EXECUTE FUNCTION keep_posted();--> statement-breakpoint
-- Whoever ends a run, in whatever way, writes this too: who waits for the end of runs learns of every one.
CREATE FUNCTION announce_run_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox (workspace_id, run_id, flow_id, status) VALUES (NEW.workspace_id, NEW.id, NEW.flow_id, NEW.status);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER run_ended AFTER UPDATE OF status ON "run" FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status AND NEW.status IN ('succeeded', 'partial', 'failed', 'cancelled'))
  EXECUTE FUNCTION announce_run_end();--> statement-breakpoint
CREATE TRIGGER posting_reset_is_immutable BEFORE UPDATE OR DELETE ON "posting_reset" FOR EACH ROW EXECUTE FUNCTION refuse_change();