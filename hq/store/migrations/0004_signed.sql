CREATE TABLE "card" (
	"till" text NOT NULL,
	"person_id" text NOT NULL,
	"card_id" text NOT NULL,
	"batch_no" integer NOT NULL,
	"recipient" text NOT NULL,
	"replaced" boolean NOT NULL,
	CONSTRAINT "card_till_person_id_card_id_pk" PRIMARY KEY("till","person_id","card_id")
);
--> statement-breakpoint
CREATE TABLE "rights_event" (
	"till" text NOT NULL,
	"seq" integer NOT NULL,
	"batch_no" integer NOT NULL,
	"subject" text NOT NULL,
	CONSTRAINT "rights_event_till_seq_pk" PRIMARY KEY("till","seq")
);
--> statement-breakpoint
ALTER TABLE "entitlement" ADD COLUMN "taken_back" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "card_id" ON "card" USING btree ("card_id");--> statement-breakpoint
CREATE INDEX "card_person" ON "card" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "rights_event_subject" ON "rights_event" USING btree ("subject");--> statement-breakpoint
UPDATE "entitlement" SET "taken_back" = true WHERE "until_day" < "from_day";