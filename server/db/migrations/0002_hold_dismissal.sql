ALTER TABLE "hold" ADD COLUMN "node_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "hold" ADD COLUMN "hash" text NOT NULL;--> statement-breakpoint
ALTER TABLE "hold" ADD COLUMN "dismissed_by" text;--> statement-breakpoint
ALTER TABLE "hold" ADD COLUMN "dismissed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "hold" ADD COLUMN "dismissed_reason" text;