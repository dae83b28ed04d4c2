CREATE TABLE "books_lock" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"flow_id" uuid,
	"closed_until" date,
	"reason" text DEFAULT '' NOT NULL,
	"set_by" text,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mapping" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"revision" integer NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mapping_revision" (
	"mapping_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"rules" "bytea" NOT NULL,
	"saved_by" text,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mapping_revision_mapping_id_revision_pk" PRIMARY KEY("mapping_id","revision")
);
--> statement-breakpoint
CREATE TABLE "memory" (
	"workspace_id" text NOT NULL,
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	"keep_until" timestamp with time zone NOT NULL,
	CONSTRAINT "memory_workspace_id_scope_key_pk" PRIMARY KEY("workspace_id","scope","key")
);
--> statement-breakpoint
CREATE TABLE "party_link" (
	"connection_id" uuid NOT NULL,
	"key" text NOT NULL,
	"workspace_id" text NOT NULL,
	"state" text NOT NULL,
	"reference" text,
	"ledger_account" text,
	"auxiliary_account" text,
	"name" text NOT NULL,
	"vat_number" text,
	"email" text,
	"problem" jsonb,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "party_link_connection_id_key_pk" PRIMARY KEY("connection_id","key")
);
--> statement-breakpoint
CREATE TABLE "reference_list" (
	"connection_id" uuid NOT NULL,
	"list" text NOT NULL,
	"read_at" timestamp with time zone,
	"problem" jsonb,
	CONSTRAINT "reference_list_connection_id_list_pk" PRIMARY KEY("connection_id","list")
);
--> statement-breakpoint
CREATE TABLE "reference_value" (
	"connection_id" uuid NOT NULL,
	"list" text NOT NULL,
	"value" text NOT NULL,
	"name" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"position" integer NOT NULL,
	"vanished_at" timestamp with time zone,
	CONSTRAINT "reference_value_connection_id_list_value_pk" PRIMARY KEY("connection_id","list","value")
);
--> statement-breakpoint
DROP TABLE "mapping_row" CASCADE;--> statement-breakpoint
DROP TABLE "mapping_table" CASCADE;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "mappings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "books_lock" ADD CONSTRAINT "books_lock_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "books_lock" ADD CONSTRAINT "books_lock_flow_id_flow_id_fk" FOREIGN KEY ("flow_id") REFERENCES "public"."flow"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping" ADD CONSTRAINT "mapping_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_revision" ADD CONSTRAINT "mapping_revision_mapping_id_mapping_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mapping"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memory" ADD CONSTRAINT "memory_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_link" ADD CONSTRAINT "party_link_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_link" ADD CONSTRAINT "party_link_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_list" ADD CONSTRAINT "reference_list_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_value" ADD CONSTRAINT "reference_value_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "books_lock_by_workspace" ON "books_lock" USING btree ("workspace_id","flow_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mapping_name" ON "mapping" USING btree ("workspace_id","name");--> statement-breakpoint
CREATE INDEX "memory_by_end" ON "memory" USING btree ("keep_until");--> statement-breakpoint
CREATE INDEX "party_link_by_workspace" ON "party_link" USING btree ("workspace_id","state","updated_at");