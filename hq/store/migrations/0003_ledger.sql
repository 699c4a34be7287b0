CREATE TABLE "ledger_version" (
	"version" integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
DELETE FROM "usage";--> statement-breakpoint
ALTER TABLE "usage" ADD COLUMN "entitlement_id" text;--> statement-breakpoint
ALTER TABLE "usage" ADD COLUMN "walk_in" boolean NOT NULL;--> statement-breakpoint
CREATE INDEX "correction_sale" ON "correction" USING btree ("sale_id");--> statement-breakpoint
CREATE INDEX "sale_number" ON "sale" USING btree ("number");--> statement-breakpoint
CREATE INDEX "sale_original" ON "sale" USING btree ("original");