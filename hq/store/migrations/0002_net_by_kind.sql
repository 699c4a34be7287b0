ALTER TABLE "sale" ADD COLUMN "net_by_kind" jsonb;--> statement-breakpoint
UPDATE "sale" SET "net_by_kind" = jsonb_build_object(
	'cash', "cash_cents", 'bankCard', "bank_card_cents", 'structureCredit', "structure_credit_cents");--> statement-breakpoint
ALTER TABLE "sale" ALTER COLUMN "net_by_kind" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "sale" DROP COLUMN "cash_cents";--> statement-breakpoint
ALTER TABLE "sale" DROP COLUMN "bank_card_cents";--> statement-breakpoint
ALTER TABLE "sale" DROP COLUMN "structure_credit_cents";
