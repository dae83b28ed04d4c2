CREATE TABLE "completeness_alarm" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"flow_id" uuid NOT NULL,
	"way" text NOT NULL,
	"day" date NOT NULL,
	"causes" jsonb NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"cleared_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "completeness_check" (
	"flow_id" uuid PRIMARY KEY NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"is_live" boolean NOT NULL,
	"problem" jsonb
);
--> statement-breakpoint
ALTER TABLE "completeness_alarm" ADD CONSTRAINT "completeness_alarm_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completeness_alarm" ADD CONSTRAINT "completeness_alarm_flow_id_flow_id_fk" FOREIGN KEY ("flow_id") REFERENCES "public"."flow"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completeness_check" ADD CONSTRAINT "completeness_check_flow_id_flow_id_fk" FOREIGN KEY ("flow_id") REFERENCES "public"."flow"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "completeness_alarm_open" ON "completeness_alarm" USING btree ("flow_id","way","day") WHERE cleared_at is null;--> statement-breakpoint
CREATE INDEX "completeness_alarm_by_workspace" ON "completeness_alarm" USING btree ("workspace_id","day") WHERE cleared_at is null;--> statement-breakpoint
CREATE INDEX "entry_by_number" ON "document" USING btree ("run_id","number") WHERE kind = 'journal-entry';