ALTER TABLE "hook_event" ADD COLUMN "documents" jsonb;--> statement-breakpoint
CREATE INDEX "hook_event_received" ON "hook_event" USING gin ("keys") WHERE documents is not null;