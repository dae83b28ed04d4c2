ALTER TABLE "connection" ADD COLUMN "calls_per_second" double precision;--> statement-breakpoint
CREATE INDEX "run_under_way" ON "run" USING btree ("flow_id") WHERE status = 'running';