CREATE TABLE "received_document" (
	"event_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"hook_id" uuid NOT NULL,
	"key" text NOT NULL,
	"item" "bytea" NOT NULL,
	CONSTRAINT "received_document_event_id_position_pk" PRIMARY KEY("event_id","position")
);
--> statement-breakpoint
DROP INDEX "hook_event_received";--> statement-breakpoint
ALTER TABLE "received_document" ADD CONSTRAINT "received_document_event_id_hook_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."hook_event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "received_by_key" ON "received_document" USING btree ("hook_id","key","event_id");--> statement-breakpoint
ALTER TABLE "hook_event" DROP COLUMN "documents";