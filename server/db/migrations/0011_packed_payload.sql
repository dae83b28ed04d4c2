-- Bytes that the program packs and unpacks; what is there stays as plain JSON text, which it reads as well.
ALTER TABLE "payload" ALTER COLUMN "body" SET DATA TYPE bytea USING convert_to("body"::text, 'UTF8');--> statement-breakpoint
-- Packed already: a second compression would only cost.
ALTER TABLE "payload" ALTER COLUMN "body" SET STORAGE EXTERNAL;
