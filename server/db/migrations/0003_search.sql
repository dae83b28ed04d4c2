CREATE INDEX "posting_by_day" ON "posting" USING btree ("workspace_id","day","id");--> statement-breakpoint
CREATE INDEX "posting_by_flow" ON "posting" USING btree ("flow_id","day","id");--> statement-breakpoint
CREATE INDEX "posting_by_root" ON "posting" USING btree ("root_id");--> statement-breakpoint
CREATE INDEX "posting_by_number" ON "posting" USING btree ("workspace_id","number" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "posting_by_amount" ON "posting" USING btree ("workspace_id","amount");--> statement-breakpoint
CREATE INDEX "posting_by_reference" ON "posting" USING btree ("workspace_id","reference" text_pattern_ops) WHERE reference is not null;--> statement-breakpoint
CREATE INDEX "posting_by_party" ON "posting" USING gin (to_tsvector('simple', translate(lower(party), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ@.,-_/&’', 'aaaaaaceeeeiiiinooooouuuuyy        '))) WHERE party is not null;--> statement-breakpoint
CREATE INDEX "posting_by_reset" ON "posting" USING btree ("reset_id") WHERE reset_id is not null;--> statement-breakpoint
CREATE INDEX "posting_by_first" ON "posting" USING btree ("corrects_id") WHERE corrects_id is not null;--> statement-breakpoint
CREATE INDEX "document_by_total" ON "document" USING btree ("total") WHERE root_id = id;--> statement-breakpoint
CREATE INDEX "document_by_party" ON "document" USING gin (to_tsvector('simple', translate(lower(party), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ@.,-_/&’', 'aaaaaaceeeeiiiinooooouuuuyy        '))) WHERE root_id = id and party is not null;